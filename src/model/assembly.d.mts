import type { Plugin } from 'vite';

/** Gives `virtual:engine` and `virtual:engine-open` to whoever imports them. */
export declare function assembly(): Plugin;
