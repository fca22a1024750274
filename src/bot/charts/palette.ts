/**
 * The colours of charts, one table from tones. Every pair differs in lightness as well as in hue, so that it is told apart
 * also by people who see no red or green, and on paper; patterns and numbers say the rest.
 */
import type { Tone } from '../cards/card.ts';

export type Scheme = 'light' | 'dark';

/** `on` is the ink for numbers that stand on the colour: a contrast of at least 4.5 to it. */
export type Paint = { readonly fill: string; readonly on: string };

export const paints: Readonly<Record<Scheme, Readonly<Record<Tone, Paint>>>> = {
  light: {
    good: { fill: '#2b8a64', on: '#ffffff' },
    warning: { fill: '#f2b63c', on: '#2b1d00' },
    bad: { fill: '#8f2323', on: '#ffffff' },
    info: { fill: '#2f6fb5', on: '#ffffff' },
    neutral: { fill: '#5b6a78', on: '#ffffff' },
    muted: { fill: '#c3cad1', on: '#1d252c' },
  },
  dark: {
    good: { fill: '#2f9a70', on: '#04170f' },
    warning: { fill: '#f6cf76', on: '#2b1d00' },
    bad: { fill: '#b03a33', on: '#ffffff' },
    info: { fill: '#6ea8e6', on: '#06192e' },
    neutral: { fill: '#93a1ae', on: '#10161b' },
    muted: { fill: '#4a545c', on: '#ffffff' },
  },
};

/** For a client that chooses its own background: none of these is lost on white or on near black. */
export const eitherWay: Readonly<Record<Tone, string>> = {
  good: '#2f9a70',
  warning: '#f2b63c',
  bad: '#b03a33',
  info: '#3f83cf',
  neutral: '#72808d',
  muted: '#a3adb6',
};

export type Surroundings = {
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
};

export const surroundings: Readonly<Record<Scheme, Surroundings>> = {
  light: { ink: '#1b231f', soft: '#5a655f', rule: '#e4e6e5' },
  dark: { ink: '#e9ede9', soft: '#a6b2ab', rule: '#313b37' },
};
