import * as vscode from 'vscode';

/** What the editor's own themes make of colours that labels have: in dark and in light ones. */
const USUAL: Readonly<Record<string, readonly [dark: string, light: string]>> = {
  'charts.red': ['#f14c4c', '#e51400'],
  'charts.blue': ['#3794ff', '#1a85ff'],
  'charts.yellow': ['#cca700', '#bf8803'],
  'charts.orange': ['#d18616', '#d18616'],
  'charts.green': ['#89d185', '#388a34'],
  'charts.purple': ['#b180d7', '#652d90'],
  'terminal.ansiCyan': ['#11a8cd', '#0598bc'],
  'terminal.ansiGreen': ['#0dbc79', '#107c10'],
  'terminal.ansiMagenta': ['#bc3fbc', '#bc05bc'],
  'terminal.ansiRed': ['#cd3131', '#cd3131'],
  'terminal.ansiYellow': ['#e5e510', '#949800'],
  'terminal.ansiBlue': ['#2472c8', '#0451a5'],
};

/** A label's colour for the editor: of the theme, or as it is. */
export function themeColour(colour: string): string | vscode.ThemeColor {
  return colour.startsWith('#') ? colour : new vscode.ThemeColor(colour);
}

/** A round icon in a label's colour, for trees. */
export function labelIcon(colour: string): vscode.ThemeIcon | vscode.Uri {
  return isGiven(colour) ? disc(colour) : new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor(colour));
}

/**
 * The same for lists: they show icons of the theme without colours, and what
 * a theme makes of a colour cannot be asked for.
 */
export function listIcon(colour: string): vscode.ThemeIcon | { readonly dark: vscode.Uri; readonly light: vscode.Uri } {
  const [dark, light] = isGiven(colour) ? [colour, colour] : (USUAL[colour] ?? []);
  return dark === undefined || light === undefined ? new vscode.ThemeIcon('circle-filled') : { dark: disc(dark), light: disc(light) };
}

function isGiven(colour: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(colour);
}

function disc(colour: string): vscode.Uri {
  return vscode.Uri.parse(`data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5" fill="${colour}"/></svg>`)}`);
}
