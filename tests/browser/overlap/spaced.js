// What WCAG 1.4.12 has readers set, by a style of their own.
() => {
    const style = new CSSStyleSheet();
    style.replaceSync(`* {
        letter-spacing: 0.12em !important;
        line-height: 1.5 !important;
        word-spacing: 0.16em !important;
    }
    p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [style];
}
