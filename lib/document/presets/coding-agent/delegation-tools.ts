import type { Tool } from '@/lib/prompt/tool.ts';
import { inputSchema, z } from './input-schema.ts';

/** Starts an agent with a context of its own. */
export const AGENT: Tool = {
  id: 'agent',
  name: 'Agent',
  enabled: true,
  swarmFields: ['name', 'team'],
  description: `Gives an assignment to an agent. It has a context window of its own, works without further questions, and hands in one report; whatever it reads on the way stays with it.

Types of agent:
- explore: finds its way through a code base and answers questions about it. Fast, and changes nothing. Tell it how far to go: first hit, usual care, or every corner. Tools: Read, Glob, Grep, and Bash for commands that only look.
- plan: works out how a change could be made, with steps, files concerned and risks. Changes nothing. Tools: as for explore, and WebFetch.
- review: examines a change and reports faults with evidence. Changes nothing. Tools: Read, Glob, Grep, Bash.
- general: carries a job of several steps through to the end, edits included. Tools: all, except Agent and AskUser.

# When an agent is worth it
- The answer is scattered over the repository, and the search for it would fill this conversation with text that is of no use afterwards.
- Several jobs have nothing to do with each other. Launch their agents in the same reply and they run side by side.
- A judgement should come from someone who has not followed your reasoning.

It is not worth it for one file or one symbol, for anything that two or three calls settle, or where the next step depends on what you and the user have just worked out. Every agent begins by learning what you know already, and you pay for that.

# Writing the assignment
The prompt is all that the agent will ever know. Four things belong in it:
1. The goal, and what the result will be used for. With the use in mind, an agent can cope with a surprise.
2. The state of knowledge: places as file:line, error messages verbatim, what has been tried, and what turned out not to be the cause.
3. The bounds: which files, whether edits are wanted, what must keep working, when to give up.
4. The form of the report: which facts, in which order, how long.
The thinking stays with you. Decide yourself what is to be built, after you have read what was found, and then give out the building. Put a question as a question; a recipe of commands only repeats your first guess.

# Afterwards
- The user does not see the report. Pass on what matters to them, in your own words.
- Findings can usually be relied upon. Changes have to be looked at: run \`git diff\`, run the tests.
- With \`run_in_background\` you are free in the meantime, and are notified at the end. Until then the result is unknown. Say so if the user asks.
- \`continue_from\` gives a finished agent something further to do, with all it has read still before it.
- \`isolation: "worktree"\` lets the agent edit in a separate Git worktree, so that several can write at once. The report names the branch on which its changes lie; bringing them over is up to you.

# Example
The user asks whether anything still depends on the old date format.

prompt: "Find out whether any code in this repository still produces or parses dates as DD.MM.YYYY. We want to delete formatLegacyDate (src/format/date.ts:31). It has no direct callers any more; I have checked that. Still open: templates that build the format by hand, test fixtures, PDF layout. Change nothing. Report each place as file:line with the line itself, and whether it is live code, a test or dead. Under 200 words."`,
  inputSchema: inputSchema(
    z.strictObject({
      description: z.string().describe('The assignment in three to five words, for the user to see'),
      prompt: z.string().describe('The assignment in full, with all that the agent needs to know'),
      agent_type: z
        .enum(['explore', 'plan', 'review', 'general'])
        .default('general')
        .describe('Which type of agent to start'),
      model: z
        .enum(['small', 'medium', 'large'])
        .optional()
        .describe('Size of the model. Leave it out to use the one that suits the type of agent'),
      run_in_background: z
        .boolean()
        .default(false)
        .describe('Whether to return at once with a task id instead of waiting for the report'),
      isolation: z
        .enum(['none', 'worktree'])
        .default('none')
        .describe('Whether the agent gets a copy of the repository for itself'),
      continue_from: z
        .string()
        .optional()
        .describe('Task id of a finished agent that shall go on with this assignment'),
      name: z.string().optional().describe('Name by which other agents of the team can address this one'),
      team: z.string().optional().describe('Team that the agent joins; its members share a task list'),
    }),
  ),
};

/** Keeps the list of steps of the present work. */
export const TODO_WRITE: Tool = {
  id: 'todo-write',
  name: 'TodoWrite',
  enabled: true,
  strict: true,
  description: `Keeps the list of steps for the present work. The user sees it beside the conversation and can tell from it where you are, and what is still to come is not forgotten. Each call hands over the complete list and replaces the one before.

# When to keep a list
Keep one when there is something to lose track of: a change that reaches several places, a request with several parts, work that will outlast your memory of how it began. If the user names a number of wishes in one message, write all of them down before you begin with the first.

A question, a single command or a change in one place needs no list.

# What an entry is
- \`content\` names a result whose presence can be checked, as a request: "Make the loader report the line of an unknown key". "Work on the loader" can never be ticked off.
- \`active_form\` is the same as an activity, which the user reads while it goes on: "Making the loader report the line of an unknown key".
- \`status\` is pending, in_progress or completed. As long as you work, one entry is in_progress, and it is the one that you are really at.
- Entries stand in the order of work. The last one is the check: tests, type checker, a run of the program.

# How to keep it true
- Update it at each change of step, since a list that is brought up to date at the end has helped nobody.
- An entry is completed when its result is there and has been seen to work. If something stands in the way, leave it in_progress and put the obstacle in front of it as an entry of its own.
- Add what you discover (a further caller, a missing test) when you discover it. Delete what has become pointless; ticking it off would be untrue.
- If the user changes course, rewrite the list before anything else.

# Examples
User: "Move the mail templates to the new engine."
Look first: there are eleven templates, a helper that they share, and a preview page. Keep a list: the helper, the templates in three groups by sender, the preview page, removal of the old engine from the manifest, a test mail of each group.

User: "Three things: the footer shows the wrong year, the export button is cut off on phones, and please update the contributors file."
Keep a list of exactly these three, in that order, and one entry for looking at the pages afterwards.

User: "What does the retry option of the client do?"
No list. Read the code and answer.

User: "Uploads fail now and then."
No list yet, for nobody knows what there is to do. Find the cause; if the repair then has several parts, list those.`,
  inputSchema: inputSchema(
    z.strictObject({
      todos: z
        .array(
          z.strictObject({
            content: z.string().describe('What is to be done, in the imperative'),
            active_form: z.string().describe('The same as something in progress, shown while it is under way'),
            status: z
              .enum(['pending', 'in_progress', 'completed'])
              .describe('Where the entry stands. One entry at a time is in_progress'),
          }),
        )
        .describe('The whole list, in the order in which the work will be done'),
    }),
  ),
};

/** Runs a skill. */
export const SKILL: Tool = {
  id: 'skill',
  name: 'Skill',
  enabled: true,
  description: `Brings up a skill: written instructions, with scripts or templates where needed, by which the user or the project wants a certain kind of work to be done. Their text is added to the conversation, and from then on you work by it.

- A \`<system-reminder>\` lists the skills that are installed, each with a line on its purpose. The list is complete: a name that is not on it does not exist, however likely it sounds. Commands of the terminal itself are not skills either.
- A message that begins with a slash and a name on the list ("/release-notes 2.4") calls that skill. Make this your first call, and hand over the remainder of the message as \`args\` without touching it.
- The user need not call it. If the purpose in the list covers what you are about to do, bring the skill up before you begin. It holds what others have learnt about this work.
- Once its text is in view, follow it. Once is enough for a request.
- If a skill contradicts what the user has said in this conversation, the user is right; mention the contradiction. A skill gives no consent in the user's place.

A skill from a plugin carries the plugin's name in front: \`skill: "docs:diagram"\`, \`args: "from packages/api to storage"\`.`,
  inputSchema: inputSchema(
    z.strictObject({
      skill: z.string().describe('Name of the skill, with its plugin in front if it has one'),
      args: z.string().optional().describe('What the user added after the name, unchanged'),
    }),
  ),
};

/** Puts questions to the user. */
export const ASK_USER: Tool = {
  id: 'ask-user',
  name: 'AskUser',
  enabled: true,
  deferrable: true,
  description: `Puts questions to the user, with answers to choose from, and waits until they have chosen.

A question is in order when the answer changes your work and cannot be found out: a choice between designs that cost different things, a wish with two meanings, a matter of taste. It is out of order when the repository knows the answer, when one answer is clearly better, or when you only want to hear "go on". Every question stops the work until somebody comes back to the screen.

- Collect what is open and ask it in one go, up to four questions.
- Someone who has not followed your work must understand the question. Write it as a full sentence, and give it a \`header\` of a word or two as its label.
- Offer two to four answers. Each must be something you would carry out as it stands, and no two may mean the same. In \`description\`, tell what follows from the answer, above all what the user would dislike about it later.
- The order is your advice: what you would choose comes first, and its description says why. The user can also answer in their own words.
- With \`multi_select\` several answers may be combined, so word the question in the plural.
- Where answers are easier seen than described, such as two layouts or two signatures, show them in \`preview\`.`,
  inputSchema: inputSchema(
    z.strictObject({
      questions: z
        .array(
          z.strictObject({
            question: z.string().describe('The question in full, ending with a question mark'),
            header: z.string().max(12).describe('Short label, such as "Format" or "Library"'),
            multi_select: z.boolean().default(false).describe('Whether more than one option may be chosen'),
            options: z
              .array(
                z.strictObject({
                  label: z.string().describe('The option in one to five words'),
                  description: z.string().describe('What choosing it means or entails'),
                  preview: z.string().optional().describe('Markdown shown beside the option, such as a piece of code'),
                }),
              )
              .min(2)
              .max(4)
              .describe('The options to choose from'),
          }),
        )
        .min(1)
        .max(4)
        .describe('The questions, the most important first'),
    }),
  ),
};
