// Writes src/input/fieldDescriptions.ts: what the types say of the fields of each file format.
import { writeFileSync } from 'node:fs'
import { fieldDescriptionsFile } from './fieldDescriptions.ts'

writeFileSync('src/input/fieldDescriptions.ts', fieldDescriptionsFile())
