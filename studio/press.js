// @ts-check
"use strict";

/*
 * Runs the press, a program of WASI, in a worker: once for every errand, with the errand as
 * its standard input and the answer as its standard output. Each run begins with a fresh
 * memory, so that none can spoil the next.
 *
 * It knows of the program nothing but that a message begins with a line of JSON whose
 * `pieces` are lengths: the site, which is large and always the same, is put in here.
 */

/** @type {Promise<WebAssembly.Module>} */
let program;
/** @type {Uint8Array} */
let site;

/** WASI's numbers for what went wrong. */
const BAD_FILE = 8;
const NOT_THERE = 44;

self.onmessage = async ({ data }) => {
  if (data.wasm) {
    site = data.site;
    program = WebAssembly.compile(data.wasm);
    return;
  }
  const { id, errand, withSite } = data;
  try {
    const answer = run(await program, withSite ? joined(errand) : [errand]);
    self.postMessage({ id, answer }, { transfer: [answer.buffer] });
  } catch (error) {
    self.postMessage({ id, error: String(error) });
  }
};

/**
 * The errand with the site as its first piece.
 * @param {Uint8Array} errand
 */
function joined(errand) {
  const end = errand.indexOf(10);
  const head = JSON.parse(new TextDecoder().decode(errand.subarray(0, end)));
  head.pieces.unshift(site.length);
  return [new TextEncoder().encode(JSON.stringify(head) + "\n"), site, errand.subarray(end + 1)];
}

/**
 * @param {WebAssembly.Module} module
 * @param {Uint8Array[]} input
 */
function run(module, input) {
  /** @type {Uint8Array[]} */
  const output = [];
  let complaint = "";
  /** @type {DataView} */
  let view;
  const memory = () => /** @type {WebAssembly.Memory} */ (instance.exports.memory);
  const bytes = (/** @type {number} */ at, /** @type {number} */ length) =>
    new Uint8Array(memory().buffer, at, length);
  const put = (/** @type {number} */ at, /** @type {number} */ value) => {
    view = new DataView(memory().buffer);
    view.setUint32(at, value, true);
  };
  /** @type {(list: number, count: number) => Uint8Array[]} */
  const buffers = (list, count) => {
    const view = new DataView(memory().buffer);
    return Array.from({ length: count }, (_, index) =>
      bytes(view.getUint32(list + 8 * index, true), view.getUint32(list + 8 * index + 4, true)),
    );
  };
  const wasi = {
    fd_read(/** @type {number} */ fd, /** @type {number} */ list, /** @type {number} */ count, /** @type {number} */ told) {
      if (fd !== 0) return BAD_FILE;
      let read = 0;
      for (const buffer of buffers(list, count)) {
        while (input.length && !input[0].length) input.shift();
        if (!input.length || !buffer.length) continue;
        const piece = input[0].subarray(0, buffer.length);
        buffer.set(piece);
        input[0] = input[0].subarray(piece.length);
        read += piece.length;
        if (piece.length < buffer.length) break;
      }
      put(told, read);
      return 0;
    },
    fd_write(/** @type {number} */ fd, /** @type {number} */ list, /** @type {number} */ count, /** @type {number} */ told) {
      let written = 0;
      for (const buffer of buffers(list, count)) {
        if (fd === 1) output.push(buffer.slice());
        else complaint += new TextDecoder().decode(buffer.slice());
        written += buffer.length;
      }
      put(told, written);
      return 0;
    },
    random_get(/** @type {number} */ at, /** @type {number} */ length) {
      for (let done = 0; done < length; done += 65536) {
        crypto.getRandomValues(bytes(at + done, Math.min(65536, length - done)));
      }
      return 0;
    },
    clock_time_get(/** @type {number} */ _clock, /** @type {bigint} */ _precision, /** @type {number} */ at) {
      new DataView(memory().buffer).setBigUint64(at, BigInt(Date.now()) * 1000000n, true);
      return 0;
    },
    environ_sizes_get: nothing,
    args_sizes_get: nothing,
    environ_get: () => 0,
    args_get: () => 0,
    fd_prestat_get: () => BAD_FILE,
    proc_exit(/** @type {number} */ code) {
      throw new Error(`the press ended with ${code}`);
    },
  };
  function nothing(/** @type {number} */ count, /** @type {number} */ size) {
    put(count, 0);
    put(size, 0);
    return 0;
  }
  // What a program without files and network asks for in vain.
  const preview = new Proxy(wasi, {
    get: (known, name) => /** @type {any} */ (known)[name] || (() => NOT_THERE),
    has: () => true,
  });
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: /** @type {any} */ (preview) });
  try {
    /** @type {() => void} */ (instance.exports._start)();
  } catch (error) {
    throw new Error(complaint || String(error));
  }
  const answer = new Uint8Array(output.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of output) {
    answer.set(piece, at);
    at += piece.length;
  }
  return answer;
}
