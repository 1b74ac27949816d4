/** The editor suite, for the Node extension host of the desktop and of the VS Code server alike. */
import './server-processes';
// The order matters: the first tests are about no server running.
import './recognition';
import './reading';
import './checks';
import './language-server';

export { runTests as run } from './runner';
