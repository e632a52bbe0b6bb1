//! Gives the Windows program its icon, its version and its manifest. Elsewhere there is nothing to do.

use std::io;

fn main() -> io::Result<()> {
    println!("cargo:rerun-if-changed=packaging/windows/touchstone.manifest");
    println!("cargo:rerun-if-changed=assets/icon/touchstone.ico");
    if std::env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return Ok(());
    }
    // Version numbers come from Cargo.toml by themselves.
    winresource::WindowsResource::new()
        .set("ProductName", "Touchstone")
        .set("FileDescription", "Touchstone")
        .set("OriginalFilename", "touchstone.exe")
        .set("LegalCopyright", "MIT OR Apache-2.0")
        .set_icon("assets/icon/touchstone.ico")
        .set_manifest_file("packaging/windows/touchstone.manifest")
        .compile_for("touchstone")
}
