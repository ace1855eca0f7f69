import type { MenuItem } from '@/components/ui/menu-item.ts';
import type { Document } from '@/lib/document/document.ts';
import { normalizePath, resolvePath } from '@/lib/memory/path.ts';
import type { MemoryActions } from './memory-actions.ts';

type Environment = Document['environment'];

/** What a directory is to the client; empty for one that is nothing in particular. */
export function folderRole(path: string, environment: Environment): string {
  const roles = [
    path === normalizePath(environment.workingDirectory) ? 'working directory' : '',
    path === normalizePath(environment.home) ? 'home' : '',
    isAdded(path, environment) ? 'added' : '',
  ];
  return roles.filter((role) => role !== '').join(', ');
}

function isAdded(path: string, { additionalDirectories, workingDirectory, home }: Environment): boolean {
  return additionalDirectories.some((each) => resolvePath(workingDirectory, each, home) === path);
}

/** What can be done with a directory and all that lies in it. */
export function folderMenuItems(
  path: string,
  environment: Environment,
  actions: Pick<MemoryActions, 'place' | 'addDirectory' | 'dropDirectory' | 'removeFolder'>,
  forms: { readonly add: () => void; readonly move: () => void },
): MenuItem[] {
  const isWorking = path === normalizePath(environment.workingDirectory);
  const added: MenuItem = isAdded(path, environment)
    ? { id: 'drop', label: 'No longer an added directory', onSelect: () => actions.dropDirectory(path) }
    : { id: 'added', label: 'Make it an added directory', onSelect: () => actions.addDirectory(path) };
  return [
    { id: 'add', label: 'Add file here', icon: 'plus', onSelect: forms.add },
    { id: 'move', label: 'Rename or move', shortcut: 'F2', disabled: path === '/', onSelect: forms.move },
    {
      id: 'working',
      label: 'Make it the working directory',
      disabled: isWorking,
      separated: true,
      onSelect: () => actions.place('workingDirectory', path),
    },
    {
      id: 'home',
      label: 'Make it home',
      disabled: path === normalizePath(environment.home),
      onSelect: () => actions.place('home', path),
    },
    { ...added, disabled: isWorking && added.id === 'added' },
    {
      id: 'delete',
      label: 'Delete with its files',
      icon: 'trash',
      separated: true,
      onSelect: () => actions.removeFolder(path),
    },
  ];
}
