import { ANY, EDITOR, type Route } from './route.ts'

const AGREEMENT =
  'id of a version that was proposed, or “agreed” for the last one agreed on; without it the board as it is'

/** The plan, and what it is brought in from and written as. */
export const PLAN: readonly Route[] = [
  {
    method: 'get',
    path: '/api/boards/:id/plan',
    summary: 'The plan (plan.json)',
    who: ANY,
    query: { exportedAt: 'date and time to print, ISO 8601 in UTC', agreement: AGREEMENT },
    status: 200,
    answer: 'plan.json, schema /schemas/plan-1.json',
  },
  {
    method: 'get',
    path: '/api/boards/:id/checks',
    summary: 'What the rules say',
    who: ANY,
    status: 200,
    answer: 'findings, each with a sentence in Italian and English',
  },
  {
    method: 'get',
    path: '/api/boards/:id/exports/:format',
    summary: 'A file',
    who: ANY,
    query: {
      for: '“excel” writes the CSV as Italian Excel opens it',
      exportedAt: 'date and time to print, ISO 8601 in UTC',
      agreement: AGREEMENT,
    },
    status: 200,
    answer: 'the file, with its name and media type',
  },
  {
    method: 'post',
    path: '/api/boards/:id/imports/:format',
    summary:
      'Bring in a file: board.json, plan.json, workbook.xlsx, workbook.ods, cards.csv, opencoesione.csv',
    who: EDITOR,
    body: 'file',
    query: {
      partial: '1 takes what is sound and names the rest; otherwise all or nothing',
      kind: 'cards.csv: the kind of card of rows that do not say it themselves',
      city: 'opencoesione.csv: only what runs in this city',
      words: 'opencoesione.csv: only rows that hold these words',
    },
    status: 200,
    answer: 'how many cards and links, and the problems',
  },
]
