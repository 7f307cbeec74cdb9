// @ts-check

/*
 * The WASMs, each with the script that wasm-bindgen makes of it (its glue):
 * downloads them, compiles them and starts those that are fetched on need.
 */

/** @typedef {"app" | "writer" | "extras"} Name */

/**
 * A glue: called it starts its WASM, then it has what the WASM offers.
 * @typedef {((options: object) => Promise<unknown>) & Record<string, Function>} Glue
 */

/**
 * The page's own files, told by the data-* attributes of this script's element, which is
 * looked up where an optimizer on the way has made a module of the script.
 */
export const files = /** @type {HTMLScriptElement} */ (
  document.currentScript || document.querySelector("script[data-app]")
).dataset;

/** How long both files of a part may take together, in ms. */
const PATIENCE = 20000;

/** The global that each glue defines. */
const GLOBALS = { app: "tujieApp", writer: "tujieWriter", extras: "tujieExtras" };

/** How often each was asked for. */
const attempts = { app: 0, writer: 0, extras: 0 };

/** @type {{[name: string]: Promise<Record<string, Function>> | undefined}} */
const started = {};

/**
 * What a part offers, once it is fetched and started. Asked for again after a
 * failure or a crash it is fetched anew. Fails with an Error whose `reason` is
 * `load` or `compile`.
 * @param {"writer" | "extras"} name
 */
export function part(name) {
  const starting = started[name] || start(name);
  started[name] = starting;
  starting.catch(() => {
    if (started[name] === starting) delete started[name];
  });
  return starting;
}

/** @param {"writer" | "extras"} name */
function start(name) {
  return compiled(name).then((wasm) => {
    const called = glue(name);
    if (!called) return because("load")(new Error("glue"));
    return called({ module_or_path: wasm }).then(
      () => guarded(name, called),
      (error) => {
        discard(name);
        return because("compile")(error);
      },
    );
  });
}

/**
 * The functions of a glue. One that throws or is rejected leaves its WASM in an
 * unknown state, so the part is not used again.
 * @param {Name} name
 * @param {Glue} offered
 */
function guarded(name, offered) {
  /** @type {Record<string, Function>} */
  const guards = {};
  for (const key of Object.keys(offered)) {
    guards[key] = (/** @type {unknown[]} */ ...given) => {
      try {
        const answer = offered[key](...given);
        if (answer instanceof Promise) answer.catch(() => discard(name));
        return answer;
      } catch (error) {
        discard(name);
        throw error;
      }
    };
  }
  return guards;
}

/** @param {Name} name */
function discard(name) {
  delete started[name];
  delete (/** @type {any} */ (window)[GLOBALS[name]]);
}

/**
 * A part's WASM, ready to be started, or a failure for the reason `load` or
 * `compile`.
 * @param {Name} name
 */
export function compiled(name) {
  // A damaged copy in the cache would fail again: a retry asks past it.
  const past = attempts[name] ? "?retry=" + attempts[name] : "";
  attempts[name] += 1;
  return Promise.resolve()
    .then(() => download(name, past))
    .then((bytes) => WebAssembly.compile(bytes).catch(because("compile")));
}

/**
 * Both files, or a failure for the reason `load`. Integrity makes the browser
 * hold a file back until it is whole, so compiling while it arrives would gain
 * nothing and blur what failed.
 * @param {Name} name
 * @param {string} past what follows the addresses
 * @returns {Promise<ArrayBuffer>}
 */
function download(name, past) {
  const script = document.createElement("script");
  const abort = typeof AbortController === "function" ? new AbortController() : null;
  let timer = 0;

  const late = new Promise((_, reject) => {
    timer = window.setTimeout(() => reject(new Error("time-out")), PATIENCE);
  });
  const bytes = fetch(files[name + "Wasm"] + past, {
    integrity: files[name + "WasmIntegrity"] || "",
    signal: abort ? abort.signal : undefined,
  }).then((response) => {
    if (!response.ok) throw new Error("HTTP " + response.status);
    return response.arrayBuffer();
  });
  const arrived = Promise.all([bytes, loadGlue(script, name, past)]).then((both) => both[0]);

  return Promise.race([arrived, late])
    .catch((error) => {
      if (abort) abort.abort();
      script.remove();
      return because("load")(error);
    })
    .finally(() => window.clearTimeout(timer));
}

/**
 * Adds the classic script that defines the part's global. A retry keeps the one
 * that worked.
 * @param {HTMLScriptElement} script
 * @param {Name} name
 * @param {string} past
 */
function loadGlue(script, name, past) {
  return new Promise((resolve, reject) => {
    if (glue(name)) {
      resolve(undefined);
      return;
    }
    script.onload = resolve;
    script.onerror = () => reject(new Error("glue"));
    addScript(script, files[name] + past, files[name + "Integrity"]);
  });
}

/**
 * @param {HTMLScriptElement} script
 * @param {string} [url]
 * @param {string} [integrity]
 */
export function addScript(script, url, integrity) {
  script.crossOrigin = "anonymous";
  script.integrity = integrity || "";
  script.src = url || "";
  document.head.appendChild(script);
}

/**
 * The part's global, or nothing where its script did not run to its end.
 * @param {Name} name
 * @returns {Glue | undefined}
 */
export function glue(name) {
  return /** @type {any} */ (window)[GLOBALS[name]];
}

/**
 * Whether an error's stack, or the file that threw it, tells of a part.
 * @param {Name} name
 * @param {string} told
 */
export function tellsOf(name, told) {
  const file = files[name];
  return file !== undefined && told.includes(new URL(file, document.baseURI).href);
}

/**
 * A handler that passes a failure on under its reason.
 * @param {"load" | "compile"} reason
 * @returns {(error: unknown) => never}
 */
export function because(reason) {
  return (error) => {
    throw Object.assign(new Error(String(error)), { reason });
  };
}
