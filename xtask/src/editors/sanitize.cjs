// node sanitize.cjs PACKAGE OPTIONS: what sanitize-html leaves of its input.
const {readFileSync} = require('node:fs');
const [, , folder, options] = process.argv;
const sanitize = require(folder);
const more = options === 'more' ? {
    allowedTags: [...sanitize.defaults.allowedTags, 'iframe', 'tujie-report'],
    allowedAttributes: {
        ...sanitize.defaults.allowedAttributes,
        iframe: ['src', 'title', 'width', 'height', 'frameborder', 'sandbox'],
        'tujie-report': ['src', 'view'],
    },
} : {};
process.stdout.write(sanitize(readFileSync(0, 'utf8'), more));
