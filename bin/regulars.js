#!/usr/bin/env node
// Runs the program on the Node it was started with; where that is older than the program needs, on the one that a
// checkout brings.
// SQLite's addon is built for Node-API 10, which Node 22.14 and 23.6 were the first to have: one with less ends by a
// segmentation fault.
if (Number(process.versions.napi) >= 10) require('../dist/main.cjs')
else handOver()

function handOver() {
  const { existsSync } = require('node:fs')
  const { spawn } = require('node:child_process')
  const { join } = require('node:path')
  const node = join(__dirname, '../node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(node)) {
    console.error(
      `regulars needs Node 22.14, 23.6 or newer; this is ${process.versions.node}.\n  Next: install a current Node from https://nodejs.org`,
    )
    process.exitCode = 70
    return
  }
  // The channel says nothing: that it closes tells the other that this one is gone, however it went.
  const env = { ...process.env, REGULARS_HANDED_OVER: '1' }
  const child = spawn(node, [__filename, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 128 + ({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1, SIGKILL: 9 }[signal] ?? 0) : code
  })
}
