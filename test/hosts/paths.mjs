import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The project's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Git-ignored folder for what the hosts fetch: servers, desktop builds. */
export const cache = path.join(root, '.vscode-test');
