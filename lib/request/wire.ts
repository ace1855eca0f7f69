/** The wire's own types, taken from the official SDK and never declared again; the one place where the core meets them. */
export type {
  CacheControlEphemeral,
  ContentBlock,
  ContentBlockParam,
  Diagnostics,
  Message,
  MessageCreateParamsBase,
  MessageParam,
  RawMessageStreamEvent,
  TextBlockParam,
  ToolUnion,
  Usage as WireUsage,
} from '@anthropic-ai/sdk/resources/messages';
