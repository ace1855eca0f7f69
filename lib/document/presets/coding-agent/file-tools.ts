import type { Tool } from '@/lib/prompt/tool.ts';
import { inputSchema, z } from './input-schema.ts';

/** Shows a file. */
export const READ: Tool = {
  id: 'read',
  name: 'Read',
  enabled: true,
  description: `Shows one file. Text comes with line numbers; what is not text is turned into something you can work with.

- The first 2,000 lines are shown unless \`offset\` and \`limit\` ask for another part. Look at a long file in pieces: locate the place with Grep, and read from a little above it.
- A line is shown as number, tab, text. The number and the tab belong to the display: text that you pass on to Edit begins after the tab. A line of more than 2,000 characters is cut, with a mark at the cut.
- Pictures (PNG, JPEG, GIF, WebP) are shown as pictures. So if a screenshot is mentioned, look at it before you talk about it.
- Of a PDF you get up to ten pages at once; above that, \`pages\` selects up to twenty.
- A notebook (.ipynb) is laid out cell by cell, with ids and outputs.
- Directories, devices and archives are refused, each with a hint as to what would help. A file of length zero is reported as such.
- What you will certainly need, request together: several calls in one reply cost one round.

Reading also counts as acquaintance. Edit and Write touch an existing file only if this conversation has seen its present state.`,
  inputSchema: inputSchema(
    z.strictObject({
      file_path: z.string().describe('Absolute path of the file'),
      offset: z.int().min(1).optional().describe('Number of the first line to show; the first line is 1'),
      limit: z.int().min(1).optional().describe('How many lines to show. Leave it out for 2,000'),
      pages: z
        .string()
        .optional()
        .describe('For PDF files only: a page or a range of pages, such as "4" or "11-20". At most twenty pages'),
    }),
  ),
};

/** Replaces a piece of text in a file. */
export const EDIT: Tool = {
  id: 'edit',
  name: 'Edit',
  enabled: true,
  strict: true,
  description: `Exchanges a piece of a text file for another piece.

- It works on files that you have read. If the file has changed on disk since then, the call fails and changes nothing: read it again, and see what the other change means for yours.
- \`old_string\` is compared character by character, blanks and line ends included.
- If it is found in more than one place, the call fails as well. Add neighbouring text until the place is certain, and no further: a long \`old_string\` is expensive and breaks on the slightest slip.
- \`replace_all\` is for those cases in which every occurrence is meant. Let Grep show you the occurrences first; short names hide inside longer ones, in comments and in strings.
- To take a passage out, pass an empty \`new_string\`. Include one line break, or a blank line will remain.
- Edits of one file take effect one after another, so each must fit the text that the earlier ones have left. Edits of different files can go out together.
- For a new file, or one of which hardly anything will be left, use Write; for notebooks, NotebookEdit.

You are shown the place after the change. Read it: an edit in the right words at the wrong depth of indentation is still wrong.`,
  inputSchema: inputSchema(
    z.strictObject({
      file_path: z.string().describe('Absolute path of the file to change'),
      old_string: z.string().describe('The text to replace, exactly as it stands in the file'),
      new_string: z.string().describe('The text to put there; must differ from old_string'),
      replace_all: z
        .boolean()
        .default(false)
        .describe('Whether to replace every occurrence instead of requiring that there is only one'),
    }),
  ),
};

/** Writes a whole file. */
export const WRITE: Tool = {
  id: 'write',
  name: 'Write',
  enabled: true,
  strict: true,
  description: `Writes a whole file. What the file held before is gone afterwards.

- It suits new files, and old ones of which little is to remain. For less than that take Edit: what you do not have to repeat, you cannot get wrong.
- An existing file must have been read in this conversation.
- Missing directories on the way are created.
- The content is taken as it is: complete, with a final line break, and never with a placeholder such as "rest unchanged".
- A document that nobody asked for, be it a README or notes on your work, is clutter in somebody's repository. Temporary files belong in the scratchpad directory.`,
  inputSchema: inputSchema(
    z.strictObject({
      file_path: z.string().describe('Absolute path of the file to write'),
      content: z.string().describe('Everything that the file shall contain'),
    }),
  ),
};

/** Changes a cell of a notebook. */
export const NOTEBOOK_EDIT: Tool = {
  id: 'notebook-edit',
  name: 'NotebookEdit',
  enabled: true,
  deferrable: true,
  description: `Changes one cell of a Jupyter notebook (.ipynb): replaces its source, inserts a new cell, or deletes one.

- Read the notebook first; the cells and their ids are in what Read shows.
- \`replace\` swaps the source of the cell \`cell_id\`. Its outputs are cleared, because they no longer belong to it.
- \`insert\` puts a new cell after \`cell_id\`, or at the top if you give none. It needs \`cell_type\`.
- \`delete\` removes the cell; \`new_source\` is then ignored and may be empty.
- Nothing is executed. If the user wants to see results, run the notebook with Bash afterwards.`,
  inputSchema: inputSchema(
    z.strictObject({
      notebook_path: z.string().describe('Absolute path of the notebook'),
      cell_id: z.string().optional().describe('Id of the cell to replace or delete, or of the one to insert after'),
      new_source: z.string().describe('Source of the cell, without the quoting of the JSON format'),
      cell_type: z.enum(['code', 'markdown']).optional().describe('Kind of the cell; required to insert'),
      edit_mode: z.enum(['replace', 'insert', 'delete']).default('replace').describe('What to do with the cell'),
    }),
  ),
};
