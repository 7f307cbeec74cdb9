//! What happens to a page, to its browser, or to its site.

use std::mem::forget;

use serde_json::json;

use super::row::{DATA, Deed, WASM};
use crate::server::Fault;

/// A browser that makes no elements for the app panics it; the served page is still
/// there.
pub const REFUSE: &str = include_str!("deeds/refuse.js");

/// A browser that lacks what the app calls, or an in-app browser that has put its own
/// in the place of it: the app dies of an exception that is no trap.
pub const THROW: &str = "
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
        if (new Error().stack.includes('/app-')) throw new TypeError('refused');
        return read.call(this, name);
    };";

/// An old browser that does not tell when it painted.
pub const NO_ENTRIES: &str = "delete Performance.prototype.getEntriesByName;";

/// A blocker refuses what writes the page, until it is told not to.
pub const BLOCK: &str = "
    const get = window.fetch;
    window.fetch = (address, ...rest) =>
        !window.lifted && String(address).includes('writer')
            ? Promise.reject(new TypeError('refused'))
            : get(address, ...rest);";

/// The writer traps in the midst of its work, until this is lifted: its calls of the
/// page run into a trap. It is what is started after the app.
pub const CRASH: &str = include_str!("deeds/crash.js");

/// In-app browsers inject scripts that throw, also in the middle of what the app
/// does. That is no matter of the app's.
pub const INJECT: &str = include_str!("deeds/inject.js");

/// Storage that nobody may touch, as where cookies are forbidden.
pub const NO_STORAGE: &str = include_str!("deeds/forbid_storage.js");

/// Storage that takes and gives nothing, as in some private windows.
pub const FULL_STORAGE: &str = include_str!("deeds/fill_storage.js");

/// No storage, as in some apps.
pub const NULL_STORAGE: &str = "
    for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {get: () => null});
    }";

/// A tab behind others: it paints nothing.
pub const HIDDEN: &str = "
    Object.defineProperty(Document.prototype, 'hidden', {get: () => true});
    Object.defineProperty(Document.prototype, 'visibilityState', {get: () => 'hidden'});
    window.requestAnimationFrame = () => 0;";

/// Translators put every text in elements of their own, and in-app browsers
/// put theirs in between; an app that hydrates the served page would stop here.
pub const TRANSLATE: Deed = |browser, _| {
    Box::pin(async {
        let wrapped: usize = browser
            .call(include_str!("deeds/translate.js"), Vec::new())
            .await;
        assert!(wrapped > 300, "only {wrapped} texts");
    })
};

/// A blocker takes away what it dislikes, then the reader reads on.
pub const TAKE_APART: Deed = |browser, _| {
    Box::pin(async {
        browser
            .call::<()>(include_str!("deeds/take_apart.js"), Vec::new())
            .await;
    })
};

/// The digits of the key figures roll when the reader asks the system for less
/// motion: they stand still, and nothing else begins to move.
pub const WANT_LESS_MOTION: Deed = |browser, _| {
    Box::pin(async {
        let moving = "document.getAnimations()
            .filter(({animationName}) => animationName !== 'tj-progress').length";
        browser
            .run::<()>(
                "document.querySelector('#figures').scrollIntoView({block: 'center'});",
                Vec::new(),
            )
            .await;
        browser.until(&format!("{moving} > 0")).await;
        let wanted = json!({"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]});
        browser.tell("Emulation.setEmulatedMedia", wanted).await;
        let still: usize = browser.eval(moving).await;
        assert_eq!(still, 0, "what still moves");
        browser
            .call::<()>(include_str!("deeds/move.js"), Vec::new())
            .await;
        let moved: Vec<String> = browser.eval("moved").await;
        assert_eq!(moved, [""; 0], "what began to move");
    })
};

/// All of the app's memory is taken, up to the last byte that it could grow by;
/// the next press on a control needs some.
pub const EXHAUST: Deed = |browser, _| {
    Box::pin(async {
        browser
            .call::<()>(include_str!("deeds/exhaust.js"), Vec::new())
            .await;
        browser
            .until("document.documentElement.dataset.tujie !== 'live'")
            .await;
    })
};

/// The publisher puts up another report.
pub const REPLACE: Deed = |_, site| {
    Box::pin(async {
        let mut report = super::report();
        report["preface"]["text"] = json!("另一份导语");
        site.fault(&DATA(site), Fault::Bytes(report.to_string().into_bytes()));
    })
};

/// There is no network any more.
pub const UNPLUG: Deed = |browser, site| {
    Box::pin(async {
        site.stop();
        browser.foresee("net::ERR_");
    })
};

/// A network on a train: nothing is answered.
pub const FALL_SILENT: Deed = |_, site| {
    Box::pin(async {
        for path in ["/index.html", &DATA(site)] {
            forget(site.hold(path));
        }
    })
};

/// The host has too much to do.
pub const OVERLOAD: Deed = |_, site| {
    Box::pin(async {
        for path in ["/index.html", &DATA(site)] {
            site.fault(path, Fault::Overloaded);
        }
    })
};

/// The host has no data any more.
pub const WITHDRAW: Deed = |browser, site| {
    Box::pin(async {
        browser.foresee_missing_files();
        site.fault(&DATA(site), Fault::Missing);
    })
};

/// What the browser keeps of the WASM is damaged.
pub const DAMAGE: Deed = |browser, site| {
    Box::pin(async {
        browser.foresee_missing_files();
        browser
            .run::<()>(
                "const [name] = await caches.keys();
                const cache = await caches.open(name);
                await cache.put(arguments[0], new Response('half'));",
                vec![json!(WASM(site))],
            )
            .await;
    })
};
