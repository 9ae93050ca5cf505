/** What an OpenDocument spreadsheet says of itself in its first part (OpenDocument 1.3, part 2, 3.3). */
export const ODS = 'application/vnd.oasis.opendocument.spreadsheet'
