import { spawnSync } from 'node:child_process';

const living = new Set();

/**
 * Registers a child that was spawned with `detached: true`, so that it and all its own
 * children end with this process at the latest. Gives back a function that ends them
 * now and resolves once the child is gone.
 */
export function endWithUs(child) {
  living.add(child);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  gone.then(() => living.delete(child));
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return killTree(child.pid, 'SIGKILL');
    killTree(child.pid, 'SIGTERM');
    const patience = setTimeout(() => killTree(child.pid, 'SIGKILL'), 3_000);
    await gone;
    clearTimeout(patience);
    // Grandchildren that ignored the first signal.
    killTree(child.pid, 'SIGKILL');
  };
}

function killTree(pid, signal) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    // A detached child leads a process group of its own; a negative id means the group.
    process.kill(-pid, signal);
  } catch {
    // Nobody left.
  }
}

process.on('exit', () => {
  for (const child of living) killTree(child.pid, 'SIGKILL');
});

/**
 * Runs `cleanUp` once on Ctrl+C or a polite kill, then ends this process: with `code` where
 * one is given, because an interrupt is its usual end, else as shells expect of a signal.
 */
export function onInterrupt(cleanUp, code) {
  let begun = false;
  for (const [signal, usual] of [['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]]) {
    process.on(signal, async () => {
      // A second Ctrl+C, and the one that npm passes on as well, must not cut the first short.
      if (begun) return;
      begun = true;
      try {
        await cleanUp();
      } finally {
        process.exit(code ?? usual);
      }
    });
  }
}
