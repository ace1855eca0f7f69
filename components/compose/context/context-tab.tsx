'use client';

import { CacheFold } from './cache-fold.tsx';
import { ClientFold } from './client-fold.tsx';
import { ConversationFold } from './conversation-fold.tsx';
import { EnvironmentFold } from './environment-fold.tsx';
import { GitFold } from './git-fold.tsx';
import { PromptFold } from './prompt-fold.tsx';

/** What the request is made for and how it is sent: prompt priority, conversation, caching, environment, git, client. */
export function ContextTab() {
  return (
    <>
      <PromptFold />
      <ConversationFold />
      <CacheFold />
      <EnvironmentFold />
      <GitFold />
      <ClientFold />
    </>
  );
}
