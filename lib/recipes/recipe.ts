import type { BackendKind } from '@/lib/backends/backend-kind.ts';

/** What a person has told of their setup; every text is checked by `valuesFault` before a recipe is made of it. */
export interface RecipeValues {
  /** What stands behind: it decides prefixes and options. */
  readonly kind: BackendKind;
  /** Of the model server, without `/v1`. */
  readonly serverUrl: string;
  /** The model as the server knows it: an id, a name on the hub, or a file for llama.cpp. */
  readonly model: string;
  /** The name under which nginx is reached. */
  readonly publicHost: string;
  /** The port that nginx listens on; 443 unless told. */
  readonly tlsPort?: number;
  /** Where the certificate and its key lie; Let's Encrypt's places unless told. */
  readonly certificate?: { readonly chain: string; readonly key: string };
}

export interface RecipeFile {
  readonly name: string;
  readonly text: string;
}

/** Something to set up outside of Strata: when it is wanted, the files of it, and how to see that it works. */
export interface Recipe {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly files: readonly RecipeFile[];
  /** Commands, one a line. */
  readonly check: string;
  readonly warning?: string;
}

const LINE = /^[^\p{Cc}]+$/u;

/** What keeps a recipe from being made of these values: the field and a sentence; `undefined` when nothing does. */
export function valuesFault(
  values: RecipeValues,
): { field: 'serverUrl' | 'model' | 'publicHost'; message: string } | undefined {
  if (!/^https?:\/\/[\w.:[\]-]+(?:\/[\w./~-]*)?$/i.test(values.serverUrl) || !URL.canParse(values.serverUrl))
    return { field: 'serverUrl', message: 'It must be an address such as http://127.0.0.1:8080.' };
  if (!LINE.test(values.model) || values.model.length > 300)
    return { field: 'model', message: 'It must be one line of text.' };
  if (!/^(?=.{1,253}$)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(values.publicHost))
    return { field: 'publicHost', message: 'It must be the name of a host, such as llm.example.com.' };
  return undefined;
}

/** The address without what a recipe adds. */
export const bareUrl = ({ serverUrl }: RecipeValues): string => serverUrl.replace(/\/+$/, '').replace(/\/v1$/, '');
