// Loaded before the program: writes the most memory its process ever had, in megabytes, into the file named.
import { writeFileSync } from 'node:fs'

const file = process.env['BENCH_PEAK']
if (file) process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS / 1024)))
