/**
 * The version of the Messages API whose shapes are built and read here: that of the official client in use (@anthropic-ai/sdk 1.11.0,
 * 2026-11-19), which sends it with every call, the list of models included. Servers other than Anthropic's ignore it.
 */
export const API_VERSION = '2026-10-21';
