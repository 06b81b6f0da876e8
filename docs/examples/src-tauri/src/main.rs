// The shell plugin ends its children with the app; the sidecar ends by itself when its input does, should the app be killed.
fn main() {
    tauri::Builder::default()
        .plugin(tauri_plugin_shell::init())
        .run(tauri::generate_context!())
        .expect("the app cannot run");
}
