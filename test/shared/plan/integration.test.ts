import { describe, expect, it } from 'vitest'
import { integrationOf } from '../../../shared/plan/integration.ts'

describe('the integration of an intervention', () => {
  it('counts each axis once and lists them in their order', () => {
    expect(integrationOf(['4', '1', '3', '4'])).toEqual({
      count: 3,
      word: { it: 'Tripla 1·3·4', en: 'Triple 1·3·4' },
    })
    expect(integrationOf(['4', '3']).word.it).toBe('Doppia 3·4')
    expect(integrationOf(['10', 'AT', '2']).word.it).toBe('Tripla 2·10·AT')
  })

  it('has a word for none, for one and for many', () => {
    expect(integrationOf([]).word).toEqual({ it: 'Nessun asse', en: 'No axis' })
    expect(integrationOf(['3']).word).toEqual({ it: 'Singola 3', en: 'Single 3' })
    expect(integrationOf(['1', '2', '3', '4', '5']).word.it).toBe('5 assi 1·2·3·4·5')
  })
})
