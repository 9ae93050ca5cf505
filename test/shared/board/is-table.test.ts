import { expect, it } from 'vitest'
import { isTable } from '../../../shared/board/is-table.ts'

it.each([
  ['cells of a spreadsheet', 'Titolo\tCosto\r\nSportello\t10.000\r\n', true],
  ['cells of which some are empty', 'Titolo\tCosto\nSportello\t\n\t20.000', true],
  ['lines', 'Sportello\nDoposcuola', false],
  ['a single row', 'Sportello\t10.000', false],
  ['a list with marks and tabs', '•\tSportello\n•\tDoposcuola\n2.\tPalestra', false],
  ['an indented list', '\tSportello\n\tDoposcuola', false],
  ['lines of which one has a tab', 'Sportello\t10.000\nDoposcuola', false],
])('tells cells from lines: %s', (_what, text, is) => expect(isTable(text)).toBe(is))
