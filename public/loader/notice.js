// @ts-check

/*
 * What the reader is told in #notice, and the buttons there.
 */

/** @typedef {"no-wasm" | "load" | "compile" | "data" | "panic"} Reason */

/** What a reader is told; each says what still works. */
const WORDS = {
  "no-wasm": "此浏览器不支持互动功能，全文和全部数字照常可读。",
  load: "互动功能没有加载成功，可能是网络不稳定。全文和全部数字照常可读。",
  compile: "互动功能未能在此浏览器中启动。全文和全部数字照常可读。",
  data: "暂时没有取得最新数据，现在显示的是此前发布的完整报告。",
  panic: "互动功能意外停止，全文和全部数字照常可读。重试将重新打开本页。",
  extras: "这项功能没有加载成功，可能是网络不稳定。其他功能照常可用。",
};

/**
 * Tells the reader why, with 重试 where trying again may help.
 * @param {Reason | "extras"} reason
 * @param {() => void} retry what 重试 does
 * @param {() => void} stopped called where that throws
 */
export function tell(reason, retry, stopped) {
  const box = document.getElementById("notice");
  if (!box) return;
  clear();
  box.appendChild(words(WORDS[reason] || WORDS.panic));
  if (reason !== "no-wasm") {
    box.appendChild(button("重试", "tj-notice__retry", retry, stopped));
  }
  box.appendChild(button("关闭", "tj-notice__close", () => {}, stopped));
}

export function clear() {
  const box = document.getElementById("notice");
  if (box) box.textContent = "";
}

/** @param {string} text */
function words(text) {
  const element = document.createElement("p");
  element.className = "tj-notice__text";
  element.textContent = text;
  return element;
}

/**
 * A button of the notice; pressing it puts the notice away first.
 * @param {string} label
 * @param {string} className
 * @param {() => void} action
 * @param {() => void} stopped
 */
function button(label, className, action, stopped) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.textContent = label;
  element.addEventListener("click", () => {
    clear();
    try {
      action();
    } catch (error) {
      stopped();
    }
  });
  return element;
}
