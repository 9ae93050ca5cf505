import { mount } from 'svelte'
import App from './App.svelte'
import { startLanguage } from './language.ts'
import { applyTheme } from './theme.svelte.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/forced-colors.css'

startLanguage()
applyTheme()

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no #app to mount in')
mount(App, { target })
