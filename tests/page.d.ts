// What the scripts of the tests may take for granted of a page, for the checker. They
// ask an element or an event for whatever its kind has: both are as loose here as in
// the stories. What is left to find are names that nothing has, and what is no
// JavaScript.

interface EventTarget {
    [property: string]: any;
}

interface Event {
    [property: string]: any;
}

interface PerformanceEntry {
    [property: string]: any;
}

// The page's own.
declare const tujie: any;
declare function tujieApp(): Promise<any>;

// Notes that scripts leave in the window for each other and for the stories.
declare let bare: number;
declare let changed: any[];
declare let heard: any[];
declare let long: any[];
declare let longest: number;
declare let moved: string[];
declare let observing: Set<any>;
declare let painted: any[];
declare let reels: number;
declare let rolled: boolean;
declare let rolls: any;
declare let said: any[];
declare let scrolls: any[];
declare let shifts: any[];
declare let told: any;
declare let visit: any;
declare let voice: any;
declare let voices: any[];
declare let waiting: any[];

// axe-core's.
declare const axe: any;

/** Firefox's reader mode, in the story that asks it. */
declare function isProbablyReaderable(page: Document): boolean;
declare class Readability {
    constructor(page: Node);
    parse(): { content: string };
}
