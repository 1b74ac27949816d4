import * as vscode from 'vscode';

/** Longer is no name. */
const LONGEST = 100;

/** Given in this window, and not kept in the setting. */
let given: string | undefined;

/** The person's name as far as it is known: the setting `imrLetters.person`, or what was given in this window; empty for none. */
export function knownPerson(letter: vscode.Uri): string {
  const set = vscode.workspace.getConfiguration('imrLetters', letter).get<unknown>('person');
  return (typeof set === 'string' ? asName(set) : '') || (given ?? '');
}

/** The person's name; asks where it is not known. `undefined`: the person gave none. */
export async function askForPerson(letter: vscode.Uri): Promise<string | undefined> {
  const known = knownPerson(letter);
  if (known !== '') return known;
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Your name'),
    prompt: vscode.l10n.t('It stands with everything you say about letters, and in the name of the file beside the letter.'),
    ignoreFocusOut: true,
    validateInput: (name) => (name.trim() === '' ? vscode.l10n.t('A name is needed.') : name.trim().length > LONGEST ? vscode.l10n.t('At most {0} characters.', LONGEST) : undefined),
  });
  const name = asName(answer ?? '');
  if (name === '') return undefined;
  given = name;
  void offerToKeep(name);
  return name;
}

/** Some systems take letters apart (NFD) that others write whole; the server compares names in the same form. */
function asName(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim();
}

async function offerToKeep(name: string): Promise<void> {
  const keep = vscode.l10n.t('Keep It');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Annotations are signed “{0}” until this window is closed. Keep the name in your settings?', name), keep);
  if (answer === keep) await vscode.workspace.getConfiguration('imrLetters').update('person', name, vscode.ConfigurationTarget.Global);
}
