// Draws models as PNG files: node render.mjs OUTDIR [FILE...]. Uses the system's Chromium; nothing is fetched from a network.
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const packageFile = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path);

const [outDir, ...given] = process.argv.slice(2);
if (!outDir) {
  console.error('usage: render OUTDIR [FILE...]');
  process.exit(2);
}
const files = given.length
  ? given
  : readdirSync(here).filter((name) => /\.(bpmn|dmn)$/.test(name)).sort().map((name) => join(here, name));
if (!files.length) {
  console.error('No model found.');
  process.exit(1);
}
const browserPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .find((path) => path && existsSync(path));
if (!browserPath) {
  console.error('No Chromium found; install it or set CHROMIUM.');
  process.exit(1);
}
mkdirSync(outDir, { recursive: true });

const viewers = {
  bpmn: {
    script: packageFile('bpmn-js', 'dist/bpmn-viewer.production.min.js'),
    styles: ['diagram-js.css', 'bpmn-js.css'].map((css) => packageFile('bpmn-js', `dist/assets/${css}`))
  },
  dmn: {
    script: packageFile('dmn-js', 'dist/dmn-viewer.production.min.js'),
    styles: ['diagram-js.css', 'dmn-js-shared.css', 'dmn-js-drd.css', 'dmn-js-decision-table.css',
      'dmn-js-literal-expression.css'].map((css) => packageFile('dmn-js', `dist/assets/${css}`))
  }
};

async function drawBpmn(page, xml) {
  const size = await page.evaluate(async (xml) => {
    const viewer = new window.BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(xml);
    if (warnings.length) {
      throw new Error(warnings.map((warning) => warning.message).join('; '));
    }
    window.viewer = viewer;
    const { inner } = viewer.get('canvas').viewbox();
    return { x: inner.x, y: inner.y, width: Math.ceil(inner.width), height: Math.ceil(inner.height) };
  }, xml);
  const margin = 20;
  const width = size.width + 2 * margin;
  const mark = 44; // the library's own mark stands in the lower right corner; nothing of ours may lie under it
  const height = size.height + 2 * margin + mark;
  await page.setViewportSize({ width: Math.max(width, 200), height: Math.max(height, 100) });
  await page.evaluate(({ x, y, width, height }) => {
    const canvas = window.viewer.get('canvas');
    canvas.resized();
    canvas.viewbox({ x, y, width, height });
    document.querySelectorAll('.bjs-powered-by').forEach((logo) => (logo.style.transform = 'scale(0.6)'));
  }, { x: size.x - margin, y: size.y - margin, width: Math.max(width, 200), height: Math.max(height, 100) });
}

async function drawDmn(page, xml) {
  await page.setViewportSize({ width: 1600, height: 900 });
  await page.evaluate(async (xml) => {
    const viewer = new window.DmnJS({ container: '#canvas' });
    await viewer.importXML(xml);
    const table = viewer.getViews().find((view) => view.type === 'decisionTable');
    if (table) {
      await viewer.open(table);
    }
  }, xml);
  const box = await page.evaluate(() => {
    const seen = [...document.querySelectorAll('.tjs-container > *, .tjs-table')]
      .map((part) => part.getBoundingClientRect()).filter((part) => part.height && part.width);
    return { width: Math.max(...seen.map((part) => part.right)), height: Math.max(...seen.map((part) => part.bottom)) };
  });
  await page.setViewportSize({ width: Math.ceil(Math.max(box.width + 20, 400)), height: Math.ceil(box.height + 60) });
}

const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync']
});
let failures = 0;
try {
  const context = await browser.newContext({ deviceScaleFactor: 1.5, offline: true });
  for (const file of files) {
    const kind = file.endsWith('.dmn') ? 'dmn' : 'bpmn';
    const page = await context.newPage();
    try {
      await page.setContent('<!doctype html><html lang="zh-CN"><body style="margin:0;background:#fff"><div id="canvas" style="width:100vw;height:100vh"></div></body></html>');
      for (const path of viewers[kind].styles.filter(existsSync)) {
        await page.addStyleTag({ path });
      }
      await page.addStyleTag({ content: '* { font-family: "Noto Sans CJK SC", sans-serif !important }' });
      await page.addScriptTag({ path: viewers[kind].script });
      await (kind === 'dmn' ? drawDmn : drawBpmn)(page, readFileSync(file, 'utf8'));
      const target = resolve(outDir, `${basename(file).replace(/\.(bpmn|dmn)$/, '')}.png`);
      await page.screenshot({ path: target });
      console.log(target);
    } catch (failure) {
      failures++;
      console.error(`${file}: ${failure.message}`);
    } finally {
      await page.close();
    }
  }
} finally {
  await browser.close();
}
process.exit(failures ? 1 : 0);
