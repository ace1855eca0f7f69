import type { Tool } from '@/lib/prompt/tool.ts';
import { inputSchema, z } from './input-schema.ts';

/** Runs a command in the shell. */
export const BASH: Tool = {
  id: 'bash',
  name: 'Bash',
  enabled: true,
  description: `Runs a command in the user's shell and returns what it printed, with its exit status.

The working directory carries over from one call to the next. Variables, functions and options do not: each call starts from the user's profile.

Look first whether a dedicated tool does the job: Read for a file's contents, Edit and Write to change files, Glob and Grep to search. To speak to the user, write a reply, and not an \`echo\` or a comment in a command.

# Writing commands
- Put double quotes around paths with spaces: \`cd "/srv/annual reports"\`.
- Prefer absolute paths to \`cd\`, so that each command shows by itself where it acts.
- One call for one purpose. Steps that build on each other are joined with \`&&\`, so that a failure stops the rest; with \`;\` the rest would run on. Independent commands are better sent as calls of their own, side by side, where each has its own exit status.
- Nobody can type into a running command. Choose the form that asks no questions (\`--yes\`, \`--no-pager\`, \`-m "message"\`), and stay away from editors, pagers and REPLs.
- The limit is two minutes unless \`timeout\` says otherwise, and ten at most. Output is cut in the middle at 30,000 characters: filter at the source with a quieter option, or write it to a file in the scratchpad and search there.
- \`description\` is what the user reads before they allow the command. A plain command needs a few words ("Run the tests of the parser"); a pipeline or an unusual option needs a sentence.

# Background and waiting
- Servers, watchers and anything longer than the limit run with \`run_in_background\`. You get a task id at once, and a notice when the task ends. A trailing \`&\` is not needed.
- Do not fill time with \`sleep\`. If you wait for a task, its notice will come. If you wait for something outside, such as a port or a deployment, use one command that checks at intervals and ends by itself.
- A command that failed will fail again until something has changed. Find out what has to.

# Git
These rules hold whenever you use Git:
- Look before you act: \`git status\` before a commit, \`git log\` before you describe a branch, \`git stash list\` before you stash.
- The user's configuration, remotes and hooks are not yours to change. Run hooks and signing as they are set up.
- These need the user's explicit request: push, force-push, \`reset --hard\`, \`clean\`, \`checkout\` or \`restore\` of changed files, deletion of branches, and a rebase of commits that have been pushed. If the target of a force-push is the main branch, say what would be lost even when you have been asked.
- Stage by path, file by file. Whatever else lies about in the working tree may be the user's unfinished work, or something that must not be published.
- Commands that open an editor, such as \`rebase -i\` and \`add -i\`, cannot be used here.

## Committing
Commit only if you are asked to, now or by a standing instruction. A request to commit once is not a request to keep committing.
1. Take stock, in one reply: \`git status --short\`, \`git diff HEAD\` for all that has changed, and \`git log -8\` for the manner in which this project words its messages.
2. Decide what belongs together. Unrelated changes make separate commits; changes that were there before you began stay out unless they are part of the request. Stop and tell the user if you see a key, a password or an \`.env\` file among them.
3. Write the message: a subject that tells the reader of a log what the change does, and below it the reason, where that is not obvious. Do not list files.
4. Stage, commit, and then check with \`git status\`. Pass the message by a here-document, so that quotes and line breaks survive:
   \`\`\`
   git commit -F - <<'MESSAGE'
   import: name the row of a date that cannot be read

   Without it, a single bad cell in a large sheet is hard to find.
   MESSAGE
   \`\`\`
5. A hook may turn the commit down. Then nothing has been committed: repair what it objects to, stage that, and start again from step 4. Beware of \`--amend\` here, since the last commit is still the previous one.

## Pull requests
Use \`gh\` for whatever concerns GitHub: pull requests, issues, checks, releases.
1. Look at the branch as a reviewer will: \`git log main..\` and \`git diff main...\`, with the main branch that this repository has. See also whether it has been pushed, and whether anything is uncommitted.
2. Write for someone who was not there. The title says what will be different after the merge; the body says why, and covers the whole branch and not only its latest commit.
3. Push with \`-u\` if the branch has no remote yet; a request for a pull request includes that much. Then create it:
   \`\`\`
   gh pr create --title "import: name the row of a bad date" --body-file - <<'BODY'
   ## What and why
   Two or three sentences for someone who has not seen the issue.

   ## How it was checked
   - [x] npm test -- import
   - [ ] run by hand with the sheet from the report
   BODY
   \`\`\`
   Tick only what you have really run.
4. Pass on the address that \`gh\` prints, and look at the checks once they have run: \`gh pr checks\`.`,
  inputSchema: inputSchema(
    z.strictObject({
      command: z.string().describe('The command to run'),
      description: z
        .string()
        .describe(
          'What the command does, in the imperative, for the user to read. Neither praise nor play down the command. Example, for `du -ah dist | sort -rh | head -20`: "List the twenty largest files of the build"',
        ),
      timeout: z.int().min(1).max(600000).default(120000).describe('After how many milliseconds to stop the command'),
      run_in_background: z
        .boolean()
        .default(false)
        .describe('Whether to return at once with a task id. Read the output later with TaskOutput'),
    }),
  ),
};

/** Reads what a background task has produced. */
export const TASK_OUTPUT: Tool = {
  id: 'task-output',
  name: 'TaskOutput',
  enabled: true,
  deferrable: true,
  description: `Returns the output and state of a task in the background: a command started by Bash, or an agent started by Agent.

- The state is running, completed, failed or stopped. For a command you get what it has printed since your last look; for an agent, its report.
- With \`block\` the call waits until the task ends or \`timeout\` is over. Without it you see the present state at once.
- You are notified when a task ends. Look at one that is still running only if its output decides what you do next, for example whether a server has come up.
- A task that is unknown has been cleared, or belonged to an earlier session.`,
  inputSchema: inputSchema(
    z.strictObject({
      task_id: z.string().describe('The id that was returned when the task started'),
      block: z.boolean().default(false).describe('Whether to wait for the end of the task'),
      timeout: z.int().min(0).max(600000).default(30000).describe('With block: how many milliseconds to wait at most'),
    }),
  ),
};

/** Lets time pass. */
export const SLEEP: Tool = {
  id: 'sleep',
  name: 'Sleep',
  enabled: true,
  deferrable: true,
  description: `Ends your activity until a given time has passed, or until something happens that concerns you: a message from the user, a \`<tick>\`, or the end of a background task.

- It is meant for pauses between pieces of work. Within a piece of work there is nearly always something better to wait for, such as a task started with \`run_in_background\`.
- While it lasts, no process runs and no tokens are spent. A shell that executes \`sleep\` would block and hear of nothing.
- Take the length from the event that you expect, and not from habit. If nothing in particular is expected, rest long.
- The prompt cache commonly lives for five minutes after the last request. A shorter rest keeps it alive at the price of a request; a much longer one lets it go and saves many.`,
  inputSchema: inputSchema(
    z.strictObject({
      seconds: z.int().min(1).max(3600).describe('How long to rest'),
      reason: z.string().describe('What you are waiting for, in a few words for the user'),
    }),
  ),
};
