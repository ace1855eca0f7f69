import { exportsRecipe, settingsRecipe } from './client-recipes.ts';
import { composeRecipe, liteLlmRecipe, responseCacheRecipe } from './litellm-recipes.ts';
import { mitmproxyRecipe, nginxRecipe } from './proxy-recipes.ts';
import type { Recipe, RecipeValues } from './recipe.ts';
import { llamaCppRecipe, ollamaRecipe, vllmRecipe } from './server-recipes.ts';

const RECIPES: readonly ((values: RecipeValues) => Recipe)[] = [
  settingsRecipe,
  exportsRecipe,
  vllmRecipe,
  llamaCppRecipe,
  ollamaRecipe,
  liteLlmRecipe,
  composeRecipe,
  responseCacheRecipe,
  nginxRecipe,
  mitmproxyRecipe,
];

/** All recipes, with these values filled in. */
export const recipes = (values: RecipeValues): Recipe[] => RECIPES.map((make) => make(values));
