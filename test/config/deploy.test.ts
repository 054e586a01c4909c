/** The files for containers and services say nothing of settings and files that there are not. */

import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from '../../server/config/config.ts';
import { SETTING_NAMES, variableOf } from '../../server/config/settings.ts';
import { PROJECT_ROOT } from '../../server/project-root.ts';

const read = (name: string): Promise<string> =>
  readFile(join(PROJECT_ROOT, 'scripts/deploy', name), 'utf8');

describe('the files of deployment', () => {
  const sets = (name: string, line: RegExp): void => {
    it(`${name} sets settings that there are, to what they can be`, async () => {
      const [, assignments] = line.exec(await read(name))!;
      const { NODE_ENV: _, ...environment } = Object.fromEntries(
        assignments!.split(' ').map((assignment) => assignment.split('=') as [string, string]),
      );
      const known = SETTING_NAMES.map(variableOf);
      for (const variable of Object.keys(environment))
        assert.ok(known.includes(variable), variable);
      assert.ok(readConfig(environment));
    });
  };
  sets('Dockerfile', /^ENV (.+)$/mu);
  sets('zhaowen.service', /^Environment=(.+)$/mu);

  it('the image is made of files that there are, and that are let in', async () => {
    const copied = [...(await read('Dockerfile')).matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(
      ([, names]) => names!.split(' '),
    );
    assert.ok(copied.includes('views') && copied.includes('server'));
    const letIn = (await read('Dockerfile.dockerignore')).split('\n');
    for (const name of copied) {
      await access(join(PROJECT_ROOT, name));
      assert.ok(letIn.includes(`!${name}`), name);
    }
  });
});
