const BINARY_EXTENSIONS: ReadonlySet<string> = new Set(
  [
    'png jpg jpeg gif webp bmp ico icns tif tiff heic heif avif psd ai eps raw',
    'mp3 wav flac ogg oga m4a aac aiff wma mid midi mp4 m4v mov mkv webm avi wmv flv mpg mpeg ogv',
    'zip tar gz tgz bz2 xz zst 7z rar jar war iso dmg pkg deb rpm apk ipa cab',
    'pdf doc docx xls xlsx ppt pptx odt ods odp epub mobi pages numbers key',
    'exe dll so dylib a o obj lib bin class pyc pyo wasm node elf msi',
    'ttf otf woff woff2 eot',
    'db sqlite sqlite3 mdb parquet feather arrow npy npz pkl pickle h5 onnx pt pth gguf safetensors dat',
  ].flatMap((line) => line.split(' ')),
);

/** Whether an absolute path's extension tells that the file is no text, by a list of our own. None counts as text. */
export function isBinaryFile(path: string): boolean {
  return BINARY_EXTENSIONS.has(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}
