import type { VirtualFile } from '@/lib/memory/memory-file.ts';

const USER = `# How I like to work

- Metric units, 24-hour times, dates as 2026-11-21.
- I read diffs in the terminal, so keep lines under 100 characters where the formatter does not decide.
- Small commits, one idea each. Subject in the form \`area: what changes\`, at most 60 characters; the body says why.
- Never push, tag or open a pull request yourself. Tell me when a branch is ready.
- When you are unsure between two designs, show me both in five lines each and name your choice.
- I use zsh, \`fd\`, \`rg\`, \`jq\` and \`just\`. Node comes from \`mise\`; do not install global packages.
- Explain mathematics with the formula and one worked number, not by analogy.
`;

const PROJECT = `<!-- Kept by the platform group. Read it through once a quarter and delete what has become obvious. -->

# Tidewater

Tidewater computes tide tables for 214 stations on the North Sea, the Channel and the Irish Sea, a year ahead and by the minute. Harbour offices print them and pilots plan by them, so a wrong height is worse than a missing one. The repository is a pnpm monorepo in TypeScript, on Node 22.

Read @docs/conventions.md before you write code here.

## Layout

| path | what it is |
| --- | --- |
| \`packages/harmonics\` | the mathematics: constituents, nodal corrections, synthesis. No dependencies and no I/O |
| \`packages/stations\` | station catalogue, datums, time zones, validity of constants |
| \`packages/config\` | finds, reads and checks \`tidewater.config.json\` |
| \`packages/tables\` | lays tables out as PDF, CSV and iCalendar |
| \`apps/api\` | HTTP service (Fastify), read-only |
| \`apps/worker\` | nightly computation; writes to object storage |
| \`apps/web\` | public site, static, built from the API |
| \`fixtures/\` | reference heights from the hydrographic offices. Never edit these by hand |

Dependencies point one way: \`harmonics\` ← \`stations\` ← \`tables\` ← apps. \`config\` may be used by apps and command-line tools, never by \`harmonics\`. \`pnpm boundaries\` checks this.

## Commands

- \`pnpm install --frozen-lockfile\`: after a pull. Ask before you add a dependency.
- \`pnpm test --filter @tidewater/<package>\`: unit tests of one package; a few seconds.
- \`pnpm test\`: all of them, about 90 seconds.
- \`pnpm check\`: types, lint and boundaries. Must pass before a commit.
- \`pnpm compare --station <id> --year <year>\`: computed heights against the reference, with the largest difference.
- \`just up\` and \`just down\`: local object storage and API in containers. Port 9000 must be free.

Code that is generated (\`packages/stations/src/catalogue.gen.ts\`) comes from \`pnpm generate\`. Change its source in \`packages/stations/data/\` and run the script; do not touch the output.

## Domain rules

- Heights are integers in millimetres above chart datum. Convert at the edges only; a floating-point metre in a signature is a fault.
- Instants are UTC, as \`Temporal.Instant\`. Local time exists in \`tables\` and \`web\` alone, and always together with a named zone. Never add hours to shift a zone.
- Chart datum differs from station to station and has changed over time. Use \`datumAt(station, instant)\`; there is no global offset.
- Nodal factors are computed for the middle of each month, not per minute. The reference tables do the same.
- High and low water are found on the synthesised curve by root finding on its derivative. Some stations have double high or low waters: never assume two of each in a day.
- A difference of more than 15 mm from the reference at any minute of the year fails the build.
- Station ids are four lower-case letters and are never used again, not even for a station that is retired.

## Git

- Branch from \`main\`, and name the branch after the work: \`config-cleanup\`, not a ticket number.
- \`main\` deploys by itself at 02:00 UTC. Nothing that changes heights is merged on a Friday.
- Changes to heights need a line in \`docs/changes-to-heights.md\` with the stations concerned and the largest difference.
`;

const CONVENTIONS = `# Conventions

## Names
- Files in kebab case, named after their main export. One main export to a file, and no default exports.
- Functions are a verb and what it acts on: \`readCatalogue\`, \`findExtremes\`. A bare \`get\`, \`load\` or \`process\` says too little.
- Units belong in names wherever a type does not carry them: \`heightMm\`, \`intervalSeconds\`.
- Constituents keep their classical symbols (\`M2\`, \`S2\`, \`N2\`, \`K1\`, \`O1\`), also as keys.

## Types
- Strict mode. No \`any\`, no \`as\` outside parsers, no non-null assertions.
- Data that enters the program passes a schema once, at the edge, and has a plain type from there on.
- Model alternatives as unions with a \`kind\` field. Use an exhaustive switch; the compiler should find the forgotten case.

## Errors
- What can be expected to fail (missing station, bad date, unreadable file) returns a \`Result\` with a code and a message for the person at the other end.
- What cannot happen throws, with the values in the message.
- Messages name the file, the field and the value: \`tidewater.config.json: stations[3].id: "Hoek" is not a station id\`.
- Log once, where the error is handled. Libraries do not log.

## Imports
- Between packages by package name, such as \`@tidewater/stations\`; inside a package by relative path with the extension.
- No barrel files. Import from the file that defines the thing.

## Comments
- Every export has one sentence that gives units, ranges and what the edge cases do.
- Formulas cite their source: author, year, equation number.

## Dates in tests
- Fix the instant. \`2026-03-29T01:30Z\` (start of summer time) and \`2026-10-25T00:30Z\` (its end) belong into every test that prints local times.
`;

const TESTING = `# Testing

- Tests sit beside the code as \`name.test.ts\` and run with Vitest. \`pnpm test --filter @tidewater/<package> -t "<title>"\` runs a single one.
- A bug fix starts with a test that fails for the right reason. Show its failure in your report.
- Compare heights as integers, exactly. If you feel like adding a tolerance, the conversion is in the wrong place.
- Reference data comes from \`fixtures/\` through \`readReference(station, year)\`. Do not copy numbers from there into tests.
- Do not mock our own packages. Fake only the clock, object storage and HTTP, with the fakes in \`packages/testing\`.
- Property tests (fast-check) cover the mathematics: linearity in the amplitudes, periodicity of each constituent, agreement of extremes with a brute-force search. Pin the seed of every counterexample that you find.
- Snapshots are allowed for rendered tables only.
- The slow suite, \`pnpm test:year\`, synthesises a whole year for every station and takes 20 minutes. Run it when \`harmonics\` changes, in the background.
`;

const LOCAL = `# On this machine

- Docker needs \`sudo\` here; use \`podman\`, for which \`just\` is already set up.
- Port 9000 is often taken by another project. Set \`TIDEWATER_STORE_PORT=9100\` in that case.
- \`fixtures/admiralty\` is not checked out, because the licence is tied to the office network. Tests that need it skip with a message. That is fine.
- My test stations are \`hvho\` (Hoek van Holland), \`soto\` (Southampton) and \`avon\` (Avonmouth): double low water, double high water, largest range.
`;

const AUTO_MEMORY = `- [Imke's background](user_background.md): hydrographer by training, ten years of Fortran; knows tides thoroughly, asks about TypeScript
- [Reviews in small steps](feedback_small-steps.md): wants renames and behaviour changes in separate commits, because one review missed a change of sign
- [Do not start containers unasked](feedback_containers.md): \`just up\` once stopped a colleague's storage on the shared machine
- [Show the numbers](feedback_show-numbers.md): liked a table of before, after and difference for each station
- [Config clean-up](project_config-cleanup.md): agreed on 2026-11-18; first names and errors, then reloading in the worker, no change of the file format
- [Audit of rounding](project_rounding-audit.md): an outside office checks the 2027 tables until 2027-01-15; rounding must not change before then
- [Station list owner](project_station-owner.md): Ravi decides which stations are added or retired
- [Gauge outages](reference_gauge-outages.md): calendar of the hydrographic office, for gaps in the measured data
`;

/** The virtual tree: a monorepo for tide tables and its developer's home, in the order in which the files are loaded. */
export const MEMORY_FILES: readonly VirtualFile[] = [
  { path: '/home/dev/.claude/CLAUDE.md', text: USER },
  { path: '/home/dev/tidewater/CLAUDE.md', text: PROJECT },
  { path: '/home/dev/tidewater/docs/conventions.md', text: CONVENTIONS },
  { path: '/home/dev/tidewater/.claude/rules/testing.md', text: TESTING },
  { path: '/home/dev/tidewater/CLAUDE.local.md', text: LOCAL },
  { path: '/home/dev/.claude/projects/tidewater/memory/MEMORY.md', text: AUTO_MEMORY },
];
