/** Milliseconds that the workbench may take for what it shows. */
const BOUND = 20_000;

/** A workbench in a page, worked with keys and mouse and read from what it shows. */
export class WorkbenchPage {
  constructor(page) {
    this.page = page;
  }

  /** Opens an address and waits for the explorer's files. */
  static async open(browser, address, { width = 1440, height = 900, scale = 1 } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
    const page = await context.newPage();
    page.setDefaultTimeout(BOUND);
    const workbench = new WorkbenchPage(page);
    await page.goto(address, { timeout: 60_000 });
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    return workbench;
  }

  /** Runs a command by its title in the command palette. */
  async command(title) {
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    await this.page.keyboard.press('F1');
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: title }).first().waitFor();
    // The best match stands first and is the one that the key takes.
    await this.page.locator('.quick-input-widget:visible .monaco-list-row.focused', { hasText: title }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: title }).first().waitFor({ state: 'hidden' });
  }

  /** Opens a file for good with a double click in the explorer. */
  async openFromExplorer(name) {
    await this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first().dblclick();
    await this.page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
  }

  /** The name of the language at the right of the status bar, once it is this one. */
  async languageIs(name) {
    await this.page.locator('#status\\.editor\\.mode', { hasText: name }).waitFor();
  }

  /** What the language status items say, as soon as it matches. */
  async languageStatus(pattern) {
    return this.textOf('#status\\.languageStatus', pattern, 'aria-label');
  }

  /** Puts the cursor at a place of the text; line and column count from 1. */
  async goTo(line, column) {
    await this.command('Go to Line/Column...');
    const input = this.page.locator('.quick-input-widget:visible input[type="text"]');
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('#status\\.editor\\.selection', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Unfolds the outline and folds the files above it, so that the outline has the side bar. */
  async showOutline() {
    const outline = this.page.locator('.pane-header[aria-label^="Outline Section"]');
    if ((await outline.getAttribute('aria-expanded')) !== 'true') await outline.click();
    const files = this.page.locator('.pane-header[aria-label^="Explorer Section"]');
    if ((await files.getAttribute('aria-expanded')) === 'true') await files.click();
    await this.page.locator('.outline-tree .monaco-list-row').first().waitFor();
  }

  /** Unfolds a view of the side bar by its name and waits for a row of it. */
  async unfold(name, pattern) {
    const header = this.page.locator(`.pane-header[aria-label^="${name} Section"]`);
    await header.waitFor();
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
    await this.textOf(`.pane:has(> .pane-header[aria-label^="${name} Section"]) .monaco-list-row`, pattern);
  }

  /** Scrolls until a line stands at the top, and leaves the cursor where it is; lines before it must not be wrapped or have lenses. */
  async scrollToTop(line) {
    for (let page = 0; page < 10; page += 1) await this.page.keyboard.press('Alt+PageUp');
    for (let down = 1; down < line; down += 1) await this.page.keyboard.press('Control+ArrowDown');
  }

  /** The list of completions at the cursor, once one of them matches. */
  async completions(pattern) {
    // The palette would take the keys from the editor, and the list goes with that.
    await this.page.keyboard.press('Control+Space');
    await this.textOf('.suggest-widget.visible .monaco-list-row', pattern);
  }

  /** Resolves when the page has looked the same for half a second. */
  async atRest() {
    // A click that brings a part into view may have moved the whole layout by some pixels, and nothing moves it back.
    await this.page.evaluate(() => document.querySelectorAll('.split-view-container').forEach((part) => part.scrollTo(0, 0)));
    let before = '';
    for (let turn = 0; turn < 40; turn += 1) {
      const now = (await this.page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('latin1');
      if (now === before) return;
      before = now;
      await this.page.waitForTimeout(500);
    }
  }

  /** Makes the side bar this many pixels wider, by its edge. */
  async widenSideBar(pixels) {
    const box = await this.page.locator('.part.sidebar').boundingBox();
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width + pixels, y, { steps: 5 });
    await this.page.mouse.up();
    await this.pointerAway();
    await this.page.locator('.monaco-sash.hover, .monaco-sash.active').first().waitFor({ state: 'hidden' });
  }

  /** Moves the upper edge of a view of the side bar up by this many pixels. */
  async raise(name, pixels) {
    const box = await this.page.locator(`.pane-header[aria-label^="${name} Section"]`).boundingBox();
    const x = box.x + box.width / 2;
    await this.page.mouse.move(x, box.y - 1, { steps: 3 });
    await this.page.locator('.monaco-sash.horizontal.hover').waitFor();
    await this.page.mouse.down();
    await this.page.mouse.move(x, box.y - pixels, { steps: 5 });
    await this.page.mouse.up();
    await this.pointerAway();
    await this.page.locator('.monaco-sash.hover, .monaco-sash.active').first().waitFor({ state: 'hidden' });
  }

  /** Puts the pointer where nothing answers to it: the empty middle of the status bar. */
  async pointerAway() {
    const box = await this.page.locator('.part.statusbar').boundingBox();
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** The text of the first element that matches, waiting for it. */
  async textOf(selector, pattern, attribute) {
    const handle = await this.page.waitForFunction(
      ([css, source, flags, name]) => {
        for (const element of document.querySelectorAll(css)) {
          const text = name === null ? element.textContent : (element.getAttribute(name) ?? element.querySelector(`[${name}]`)?.getAttribute(name));
          if (text && new RegExp(source, flags).test(text)) return text;
        }
        return null;
      },
      [selector, pattern.source, pattern.flags, attribute ?? null],
      { timeout: BOUND },
    ).catch(async (error) => {
      const there = await this.page.locator(selector).allTextContents().catch(() => []);
      throw new Error(`${pattern} was not shown in ${selector}; there was ${JSON.stringify(there.slice(0, 12))} (${error.name})`);
    });
    return handle.jsonValue();
  }

  /** The hover at the cursor, asked for by its command. */
  async hover(pattern) {
    await this.command('Show or Focus Hover');
    return this.textOf('.monaco-hover:not(.hidden) .hover-contents', pattern);
  }

  /**
   * Opens the menu of quick fixes at the cursor and gives its entries, once one of them matches.
   *
   * VS Code puts an automatic look for fixes off by half a second after a menu was open, and
   * then drops the answer to whatever was asked meanwhile: "No code actions available". A
   * person asks again, and so does this.
   */
  async quickFixes(pattern) {
    const menu = this.page.locator('.action-widget .monaco-list-row.action');
    const none = this.page.locator('.monaco-editor-overlaymessage', { hasText: 'No code actions available' });
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await this.command('Quick Fix...');
      await menu.first().or(none).first().waitFor();
      if (await menu.first().isVisible()) break;
      await this.page.keyboard.press('Escape');
      await none.waitFor({ state: 'hidden' });
    }
    await this.textOf('.action-widget .monaco-list-row.action', pattern);
    return menu.allTextContents();
  }

  /** Takes the quick fix with this text from the open menu, with the keys. */
  async takeQuickFix(text) {
    const rows = await this.page.locator('.action-widget .monaco-list-row.action').count();
    const focused = this.page.locator('.action-widget .monaco-list-row.action.focused');
    for (let row = 0; row < rows && !(await focused.textContent())?.includes(text); row += 1) await this.page.keyboard.press('ArrowDown');
    await focused.filter({ hasText: text }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator('.action-widget').waitFor({ state: 'hidden' });
  }

  async close() {
    await this.page.context().close();
  }
}
