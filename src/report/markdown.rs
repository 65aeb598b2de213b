//! TODO
pub fn render(o: &super::outline::Outline) -> String {
    format!("# {}\n", o.x)
}
