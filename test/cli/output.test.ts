import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openOutputs } from '../../src/cli/io/openOutputs.ts'
import { fileOutput, streamOutput } from '../../src/cli/io/output.ts'
import { EXIT } from '../../src/cli/stop.ts'
import { failingStream, fakeHost } from './fakeHost.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-output-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
const onWindows = process.platform === 'win32'

describe('a file', () => {
  test('has its name only when it is whole, and no trace is left', async () => {
    const output = await fileOutput(at('out'), fakeHost(), EXIT.usage)
    await output.write('a\n')
    await output.write('b\n')
    expect(readdirSync(folder)).not.toContain('out')
    await output.close()
    expect(readdirSync(folder)).not.toContain('out')
    await output.place()
    expect(readdirSync(folder)).toEqual(['out'])
    expect(readFileSync(at('out'), 'utf8')).toBe('a\nb\n')
  })

  test('an older one stands until then, and keeps its permissions', async () => {
    writeFileSync(at('out'), 'old')
    chmodSync(at('out'), 0o600)
    const output = await fileOutput(at('out'), fakeHost(), EXIT.usage)
    await output.write('new')
    await output.close()
    expect(readFileSync(at('out'), 'utf8')).toBe('old')
    await output.place()
    expect(readFileSync(at('out'), 'utf8')).toBe('new')
    if (!onWindows) expect(statSync(at('out')).mode & 0o777).toBe(0o600)
  })

  test('discarded, by its owner or by an interruption, it leaves the older one alone', async () => {
    writeFileSync(at('out'), 'old')
    const host = fakeHost()
    const first = await fileOutput(at('out'), host, EXIT.usage)
    const second = await fileOutput(at('out'), host, EXIT.usage)
    await first.write('new')
    await second.write('new')
    first.discard()
    host.cleaners[1]?.()
    expect(host.cleaners).toHaveLength(2)
    expect(readdirSync(folder)).toEqual(['out'])
    expect(readFileSync(at('out'), 'utf8')).toBe('old')
  })

  test('once in place, an interruption does not take it away', async () => {
    const host = fakeHost()
    const output = await fileOutput(at('out'), host, EXIT.usage)
    await output.close()
    await output.place()
    for (const clean of host.cleaners) clean()
    expect(readdirSync(folder)).toEqual(['out'])
  })

  test.skipIf(onWindows)('through a symbolic link the file it points at is replaced', async () => {
    mkdirSync(at('elsewhere'))
    writeFileSync(at('elsewhere/real'), 'old')
    symlinkSync(at('elsewhere/real'), at('link'))
    const output = await fileOutput(at('link'), fakeHost(), EXIT.usage)
    await output.write('new')
    await output.close()
    await output.place()
    expect(readFileSync(at('elsewhere/real'), 'utf8')).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['elsewhere', 'link'])
  })

  test.skipIf(onWindows)('a device is written directly and never replaced', async () => {
    const output = await fileOutput('/dev/null', fakeHost(), EXIT.usage)
    await output.write('a')
    await output.close()
    await output.place()
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test.each([
    ['a folder', () => folder, /it is a folder/],
    ['a folder that is not there', () => at('none/out'), /ENOENT/],
    ['under a file', () => at('file/out'), /ENOTDIR|ENOENT/],
  ])('%s cannot be written, which is said in one line', async (_, path, reason) => {
    writeFileSync(at('file'), '')
    const failed = await fileOutput(path(), fakeHost(), EXIT.usage).catch((error: unknown) => error)
    expect(failed).toMatchObject({ exitStatus: EXIT.usage, message: expect.stringMatching(reason) })
    expect(String((failed as Error).message)).not.toContain('\n')
    expect(String((failed as Error).message)).not.toContain('partial')
  })
})

describe('a stream', () => {
  test('a reader that closes the pipe ends the command quietly', async () => {
    const output = streamOutput(failingStream('EPIPE'), 'standard output', EXIT.allDecided)
    await expect(output.write('a')).rejects.toMatchObject({ exitStatus: EXIT.allDecided, message: '' })
  })

  test('a full disk does not', async () => {
    const output = streamOutput(failingStream('ENOSPC'), 'standard output', EXIT.allDecided)
    await expect(output.write('a')).rejects.toMatchObject({
      exitStatus: EXIT.usage,
      message: 'cannot write standard output: ENOSPC: no',
    })
  })
})

describe('the outputs of a run', () => {
  const paths = () => ({ out: at('out'), rejects: at('rejects'), summary: at('summary') })

  test('all appear together, decisions last', async () => {
    const outputs = await openOutputs(paths(), [], fakeHost())
    await outputs.decisions.write('d')
    await outputs.rejects.write('r')
    await outputs.summary.write('s')
    // With a folder in the way of the summary the decisions must not appear.
    mkdirSync(at('summary'))
    await expect(outputs.finish()).rejects.toMatchObject({ exitStatus: EXIT.usage })
    outputs.discard()
    expect(readdirSync(folder).sort()).toEqual(['rejects', 'summary'])
  })

  test('when one cannot be opened, none is left', async () => {
    const opening = openOutputs({ ...paths(), out: at('none/out') }, [], fakeHost())
    await expect(opening).rejects.toMatchObject({ exitStatus: EXIT.usage })
    expect(readdirSync(folder)).toEqual([])
  })

  test('two in one file are refused, also under two names and before it exists', async () => {
    const refused = { exitStatus: EXIT.usage, message: expect.stringContaining('same file as --out') }
    const same = { out: at('x'), rejects: join(folder, '.', 'x') }
    await expect(openOutputs(same, [], fakeHost())).rejects.toMatchObject(refused)
    writeFileSync(at('x'), '')
    await expect(openOutputs(same, [], fakeHost())).rejects.toMatchObject(refused)
  })

  test('one over the cases is refused', async () => {
    writeFileSync(at('cases'), '{}')
    await expect(
      openOutputs({ out: at('cases') }, [{ name: 'the cases', file: statSync(at('cases')) }], fakeHost()),
    ).rejects.toMatchObject({
      exitStatus: EXIT.usage,
      message: expect.stringContaining('same file as the cases'),
    })
    expect(readFileSync(at('cases'), 'utf8')).toBe('{}')
  })

  test('a closed standard error ends a run with a failure, wherever decisions go', async () => {
    const host = { ...fakeHost(), stderr: failingStream('EPIPE') }
    for (const options of [{ out: at('out') }, {}]) {
      const outputs = await openOutputs(options, [], host)
      await expect(outputs.rejects.write('r')).rejects.toMatchObject({ exitStatus: EXIT.usage })
      outputs.discard()
    }
  })

  test.skipIf(onWindows)(
    'quietly where it is the pipe of the decisions, whose reader has seen enough',
    async () => {
      const pipe = Object.assign(failingStream('EPIPE'), { fd: openSync('/dev/null', 'w') })
      const outputs = await openOutputs({}, [], { ...fakeHost(), stdout: pipe, stderr: pipe })
      await expect(outputs.rejects.write('r')).rejects.toMatchObject({ exitStatus: EXIT.allDecided })
      closeSync(pipe.fd)
    },
  )

  test('one under a file cannot be written, and that is no defect', async () => {
    writeFileSync(at('file'), '')
    await expect(openOutputs({ out: at('file/out') }, [], fakeHost())).rejects.toMatchObject({
      exitStatus: EXIT.usage,
      message: expect.stringMatching(/^cannot write .*(ENOTDIR|ENOENT)/),
    })
  })
})
