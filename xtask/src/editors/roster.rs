//! Which editors and filters are asked, each as it comes and as its site can set it up.

use crate::tools::{Program::Script, Tool, npm};

/// Their packages of npm. They are driven, and part of nothing.
pub const TOOLS: &[Tool] = &[
    npm("tinymce", "7.9.3", Script),
    npm("ckeditor5", "48.5.2", Script),
    npm("@wangeditor/editor", "5.1.23", Script),
    npm("quill", "2.0.3", Script),
    npm("ueditor", "1.2.3", Script),
    npm("dompurify", "3.5.0", Script),
    npm("sanitize-html", "2.18.1", Script),
];

/// An editor or a filter, set up in one way.
pub struct Editor {
    /// Its name and how it is set up, in the guide's words.
    pub name: &'static str,
    pub setting: &'static str,
    pub package: &'static str,
    pub way: Way,
}

/// How it is driven.
pub enum Way {
    /// In a browser: its scripts, ours, and what ours is given.
    Page(&'static [&'static str], &'static str, &'static str),
    /// By Node.js, with that option.
    Node(&'static str),
    /// By PHP.
    Php,
}

const fn page(
    name: &'static str,
    setting: &'static str,
    package: &'static str,
    scripts: &'static [&'static str],
    [ours, given]: [&'static str; 2],
) -> Editor {
    let way = Way::Page(scripts, ours, given);
    Editor {
        name,
        setting,
        package,
        way,
    }
}

const TINYMCE: [&str; 3] = ["TinyMCE", "tinymce", include_str!("tinymce.js")];
const CKEDITOR: &str = include_str!("ckeditor.js");
const PURIFY: &str = "(options) => (html) => DOMPurify.sanitize(html, options)";

/// In the order of the guide.
pub fn all() -> Vec<Editor> {
    let tinymce = |setting, given| {
        let [name, package, ours] = TINYMCE;
        page(name, setting, package, &["tinymce.min.js"], [ours, given])
    };
    let ckeditor = |setting, given| {
        let scripts = &["dist/browser/ckeditor5.umd.js"];
        page(
            "CKEditor 5",
            setting,
            "ckeditor5",
            scripts,
            [CKEDITOR, given],
        )
    };
    let purify = |setting, given| {
        let scripts = &["dist/purify.min.js"];
        page("DOMPurify", setting, "dompurify", scripts, [PURIFY, given])
    };
    let sanitize = |setting, option| Editor {
        name: "sanitize-html",
        setting,
        package: "sanitize-html",
        way: Way::Node(option),
    };
    vec![
        tinymce("默认", "{}"),
        tinymce(
            "<code>sandbox_iframes: false</code>",
            "{sandbox_iframes: false}",
        ),
        tinymce(
            "<code>custom_elements</code>、<code>extended_valid_elements</code> 放行脚本和元素",
            "{custom_elements: 'tujie-report', \
             extended_valid_elements: 'tujie-report[*],script[src|async]'}",
        ),
        ckeditor("默认", "[], {}"),
        ckeditor(
            "General HTML Support 放行框架",
            "['GeneralHtmlSupport'], {htmlSupport: {allow: [{name: 'iframe', attributes: true}]}}",
        ),
        ckeditor("“插入 HTML”按钮（HTML embed）", "['HtmlEmbed'], {}"),
        page(
            "wangEditor",
            "默认",
            "@wangeditor/editor",
            &["dist/index.js"],
            [include_str!("wangeditor.js"), ""],
        ),
        page(
            "Quill",
            "默认",
            "quill",
            &["dist/quill.js"],
            [include_str!("quill.js"), ""],
        ),
        page(
            "UEditor 1.4.3，npm 的 ueditor",
            "默认",
            "ueditor",
            &[
                "example/public/ueditor/ueditor.config.js",
                "example/public/ueditor/ueditor.all.js",
                "example/public/ueditor/lang/zh-cn/zh-cn.js",
            ],
            [include_str!("ueditor.js"), ""],
        ),
        Editor {
            name: "WordPress",
            setting: "没有“未过滤的 HTML”权限的账号（<code>wp_kses_post</code>）",
            package: "wordpress",
            way: Way::Php,
        },
        purify("默认", "{}"),
        purify(
            "放行框架和元素",
            "{ADD_TAGS: ['iframe'], ADD_ATTR: ['sandbox', 'frameborder'], \
             CUSTOM_ELEMENT_HANDLING: {tagNameCheck: /^tujie-report$/, attributeNameCheck: /./}}",
        ),
        sanitize("默认", "default"),
        sanitize("放行框架和元素", "more"),
    ]
}
