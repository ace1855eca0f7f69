import type { Finding } from './finding.ts';
import { LINT_RULES, ruleOf } from './lint-rules.ts';

/** What was linted, by the name that reports give it: a path or URI. */
export interface LintedFile {
  readonly uri: string;
  readonly findings: readonly Finding[];
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** Findings as a SARIF 2.1.0 log. A request is one line to a reader of files, so places are logical: the path of the block. */
export function sarifLog(files: readonly LintedFile[]): object {
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Strata cache lint',
            rules: LINT_RULES.map(({ code, name, severity, summary, explanation }) => ({
              id: code,
              name,
              shortDescription: { text: summary },
              fullDescription: { text: explanation },
              defaultConfiguration: { level: severity },
            })),
          },
        },
        artifacts: files.map(({ uri }) => ({ location: { uri } })),
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ uri, findings }, artifact) =>
          findings.map(({ code, path, message, start, end }) => ({
            ruleId: code,
            ruleIndex: LINT_RULES.findIndex((rule) => rule.code === code),
            level: ruleOf(code).severity,
            message: { text: `${ruleOf(code).summary} ${message}` },
            locations: [
              {
                physicalLocation: { artifactLocation: { uri, index: artifact }, region: { startLine: 1 } },
                logicalLocations: [{ fullyQualifiedName: path === '' ? 'request' : path, kind: 'member' }],
              },
            ],
            properties: { path, start, end },
          })),
        ),
      },
    ],
  };
}

/** Findings as plain JSON, each with its rule. */
export function jsonReport(files: readonly LintedFile[]): object {
  return {
    files: files.map(({ uri, findings }) => ({
      file: uri,
      findings: findings.map((finding) => {
        const { name, severity, summary, explanation } = ruleOf(finding.code);
        return { ...finding, name, severity, summary, explanation };
      }),
    })),
  };
}
