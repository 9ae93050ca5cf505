/** A workload's result as it is printed. */
export interface Table {
  readonly title: string
  /** What was run: sizes, rates, how long, how often. */
  readonly ran: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What a reader should know about these figures. */
  readonly notes?: readonly string[]
}

/** The table in Markdown, under what was run and on which machine. */
export function markdownOf({ title, ran, columns, rows, notes = [] }: Table, machine: string): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    `### ${title}`,
    '',
    ran,
    '',
    machine,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
    ...notes.flatMap((note) => ['', note]),
    '',
  ].join('\n')
}
