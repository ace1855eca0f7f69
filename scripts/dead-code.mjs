import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './next.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.log(`knip: skipped, it needs Node 20.19 or later and this is ${process.versions.node}`);
} else {
  const knip = join(root, 'node_modules', 'knip', 'bin', 'knip.js');
  process.exitCode =
    spawnSync(process.execPath, [knip, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1;
}
