/**
 * Opens a workbench in a page and waits until the suite that its address names has run.
 *
 * The workbench reports through two functions that it expects on the page. Gives the
 * suite's exit code; rejects when the page breaks, or after `bound` milliseconds.
 */
export async function runAutomation({ browser, address, hear, bound = Number(process.env.IMR_SUITE_BOUND ?? 540) * 1000 }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  let timer;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`The suite has not ended within ${bound / 1000} s.`)), bound);
      page.on('crash', () => reject(new Error('The page with the workbench crashed.')));
      if (process.env.IMR_VERBOSE) {
        page.on('console', (message) => console.error(`page: ${message.text()}`));
        page.on('response', (response) => response.status() >= 400 && console.error(`page: ${response.status()} ${response.url()}`));
        page.on('requestfailed', (request) => console.error(`page: ${request.failure()?.errorText} ${request.url()}`));
      }
      page.on('pageerror', (error) => hear(`page error: ${error.message}`));
      Promise.all([
        page.exposeFunction('codeAutomationLog', (type, args) => hear(args.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join(' '))),
        page.exposeFunction('codeAutomationExit', (code) => resolve(code)),
      ])
        .then(() => page.goto(address, { timeout: 60_000 }))
        .catch(reject);
    });
  } finally {
    clearTimeout(timer);
    await context.close();
  }
}
