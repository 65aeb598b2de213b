//! What is packed with gzip, unpacked as far as the limits allow: a few kilobytes can hold gigabytes.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::Refusal;
use crate::read::Limits;

/// How what is packed begins.
const MARK: &[u8] = &[0x1f, 0x8b, 8];

/// Nobody packs an article more often than twice.
const MOST_LAYERS: usize = 3;

/// `bytes` unpacked, and how often they were packed.
pub fn unpacked<'b>(bytes: &'b [u8], limits: &Limits) -> Result<(Cow<'b, [u8]>, usize), Refusal> {
    let mut bytes = Cow::Borrowed(bytes);
    let mut layers = 0;
    while bytes.starts_with(MARK) {
        if layers == MOST_LAYERS {
            return Err(Refusal::new(
                format!("it is packed more than {MOST_LAYERS} times"),
                "unpack it and open what it holds",
            ));
        }
        let mut out = Vec::new();
        let read = MultiGzDecoder::new(&*bytes).take(limits.source_bytes() + 1).read_to_end(&mut out);
        if out.len() as u64 > limits.source_bytes() {
            return Err(Refusal::new(
                format!("it holds more than {} MiB when unpacked", limits.source_mib),
                "name the article's own file, or raise the limit “source-mib” in your settings",
            ));
        }
        if let Err(cause) = read {
            return Err(Refusal::new(format!("it is packed with gzip and damaged ({cause})"), "get it again"));
        }
        bytes = Cow::Owned(out);
        layers += 1;
    }
    Ok((bytes, layers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn what_is_packed_is_read_and_what_is_not_stays() {
        let limits = Limits::default();
        assert_eq!(unpacked(b"It rained.", &limits).unwrap(), (b"It rained.".as_slice().into(), 0));
        assert_eq!(unpacked(&packed(&packed(b"It rained.")), &limits).unwrap(), (b"It rained.".as_slice().into(), 2));
    }

    #[test]
    fn bombs_and_broken_files_are_refused() {
        let limits = Limits { source_mib: 1, ..Limits::default() };
        let bomb = packed(&vec![b'a'; 2 << 20]);
        assert!(bomb.len() < 10_000);
        assert!(unpacked(&bomb, &limits).unwrap_err().remedy.contains("“source-mib”"));
        let deep = (0..5).fold(b"It rained.".to_vec(), |bytes, _| packed(&bytes));
        assert!(unpacked(&deep, &limits).unwrap_err().reason.contains("more than 3 times"));
        let whole = packed(b"It rained, and rained, and rained.");
        assert!(unpacked(&whole[..whole.len() - 9], &limits).unwrap_err().reason.contains("damaged"));
    }
}
