// Child processes of the interop stage: started without a shell, ended by their own handle, their output in a file.
import { spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Runs a command to its end; throws one line with the last words of the command when it fails. */
export function run(command, args, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status === 0) return stdout ?? '';
  const words = error?.message ?? `${stderr ?? ''}`.trim().split('\n').at(-1);
  throw new Error(`${command} ${args.join(' ')}: ${words}`);
}

/** The version line of a tool; undefined when it is not there. */
export function version(command, args = ['--version']) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? `${stdout}${stderr}`.split('\n')[0] : undefined;
}

/** Starts a process whose output goes to `work/name.log`. `ended` resolves with its exit code. */
export function start(name, command, args, { work, env = {}, ...options }) {
  const log = openSync(join(work, `${name}.log`), 'a');
  const child = spawn(command, args, {
    cwd: work,
    env: { ...process.env, ...env },
    stdio: ['ignore', log, log],
    ...options,
  });
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
    child.once('error', ({ message }) => resolve(message));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  };
  return { ended, stop };
}

/** Resolves when something listens on the loopback port; rejects when `process` ends before, or after `seconds`. */
export async function listening(port, { name, process, seconds = 30 }) {
  const deadline = Date.now() + seconds * 1000;
  let over;
  process.ended.then((code) => {
    over = code;
  });
  for (;;) {
    if (await accepts(port)) return;
    if (over !== undefined) throw new Error(`${name} ended with ${over} before it listened on port ${port}`);
    if (Date.now() > deadline) throw new Error(`${name} does not listen on port ${port} after ${seconds} s`);
    await wait(100);
  }
}

function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
