import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

const NODE = {
  patterns: [{ regex: '^node:', message: 'This room runs in the browser too: no Node here.' }],
}

/** Arrows between rooms and cycles are the work of test/imports.mjs; here is what one file alone can break. */
export default defineConfig(
  globalIgnores(['**/dist/', 'client/paraglide/', 'client/project.inlang/', 'data/', 'test/results/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  {
    rules: {
      'no-console': 'error',
      'no-undef': 'off',
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-expect-error': true }],
    },
  },
  {
    // A promise nobody waits for is an error nobody sees.
    files: ['shared/**/*.ts', 'server/**/*.ts', 'client/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', NODE],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'shared takes the time as a value.' },
        { object: 'Math', property: 'random', message: 'shared takes chance from newId() alone.' },
      ],
    },
  },
  {
    files: ['client/**/*.ts', 'client/**/*.svelte'],
    languageOptions: { globals: globals.browser },
    rules: { 'no-restricted-imports': ['error', NODE] },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    // Values are replaced whole ($state.raw); a Set or Map that nobody renders need not be reactive.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  {
    files: ['server/**', 'test/**', '*.ts', '*.js'],
    languageOptions: { globals: globals.node },
  },
  {
    // Programs a person runs at a terminal.
    files: ['server/cli.ts', 'server/start.mjs', 'test/**/*.mjs', '.ci/**'],
    rules: { 'no-console': 'off' },
  },
)
