/** Applies an edit to the schema's text. */
export type SchemaChange = (change: (text: string) => string) => void;

/** The fields that are there only while agent swarms is on, and what changes that. */
export interface SwarmFields {
  readonly names: readonly string[];
  readonly set: (name: string, isOn: boolean) => void;
  readonly rename: (from: string, to: string) => void;
}
