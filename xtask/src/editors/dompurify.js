(options) => (html) => DOMPurify.sanitize(html, options)
