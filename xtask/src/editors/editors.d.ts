// The editors that the scripts beside this file drive.
declare const tinymce: any;
declare const CKEDITOR: any;
declare const wangEditor: any;
declare const Quill: any;
declare const UE: any;
declare const DOMPurify: any;
