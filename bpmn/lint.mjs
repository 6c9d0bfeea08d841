// Lints the models given, or every model beside this file. One finding of any kind, or no model at all, is a failure.
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BpmnModdle } from 'bpmn-moddle';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const { moddleExtensions, ...config } = JSON.parse(readFileSync(join(here, '.bpmnlintrc'), 'utf8'));
const descriptors = Object.fromEntries(
  Object.entries(moddleExtensions).map(([prefix, path]) => [prefix, require(path)])
);
const linter = new Linter({ config, resolver: new NodeResolver({ require }) });

const given = process.argv.slice(2);
const files = given.length
  ? given
  : readdirSync(here).filter((name) => name.endsWith('.bpmn')).sort().map((name) => join(here, name));
if (!files.length) {
  console.error('No model found: an empty check is a failed check.');
  process.exit(1);
}

let problems = 0;
for (const file of files) {
  const complain = (category, id, message, rule) => {
    problems++;
    console.log(`${file}: ${category} ${id || ''} ${message} (${rule})`);
  };
  try {
    const { rootElement, warnings } = await new BpmnModdle(descriptors).fromXML(readFileSync(file, 'utf8'));
    warnings.forEach((warning) => complain('error', '', warning.message, 'readable'));
    const report = await linter.lint(rootElement);
    Object.entries(report).forEach(([rule, found]) =>
      found.forEach((one) => complain(one.category, one.id, one.message, rule))
    );
  } catch (failure) {
    complain('error', '', failure.message, 'readable');
  }
}
console.log(`${files.length} model(s), ${problems} problem(s)`);
process.exit(problems ? 1 : 0);
