//! A web server on this machine, for one test: it answers each path as the test says, and nothing leaves the machine.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// What becomes of a request for one path.
#[derive(Clone)]
pub enum Reply {
    /// These bytes, headers and all; then the connection ends.
    Raw(Vec<u8>),
    /// These headers, and then a byte now and then for as long as anybody listens.
    Trickle(&'static str),
    /// Nothing, for as long as anybody waits.
    Silence,
}

/// 200 with this media type and body.
pub fn page(media_type: &str, body: impl AsRef<[u8]>) -> Reply {
    with_headers(&format!("Content-Type: {media_type}"), body)
}

/// 200 with these headers and body.
pub fn with_headers(headers: &str, body: impl AsRef<[u8]>) -> Reply {
    let body = body.as_ref();
    let head = format!("HTTP/1.1 200 OK\r\n{headers}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    Reply::Raw([head.as_bytes(), body].concat())
}

/// An answer without a body.
pub fn status(line: &str, headers: &str) -> Reply {
    Reply::Raw(format!("HTTP/1.1 {line}\r\n{headers}Content-Length: 0\r\nConnection: close\r\n\r\n").into_bytes())
}

/// Sends on to another address.
pub fn redirect(to: &str) -> Reply {
    status("302 Found", &format!("Location: {to}\r\n"))
}

/// A running server. It ends with the test's process.
pub struct Server {
    address: String,
    asked: Arc<Mutex<Vec<String>>>,
    replies: Arc<Mutex<Vec<(String, Reply)>>>,
}

impl Server {
    /// A server that answers nothing but “not found” yet.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let (asked, replies) = (Arc::default(), Arc::default());
        let server = Self { address, asked: Arc::clone(&asked), replies: Arc::clone(&replies) };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (asked, replies) = (Arc::clone(&asked), Arc::clone(&replies));
                // Whoever asks may go away at any time.
                thread::spawn(move || drop(answer(stream, &asked, &replies)));
            }
        });
        server
    }

    /// Answers requests for `path` so from now on.
    pub fn put(&self, path: &str, reply: Reply) {
        let mut replies = self.replies.lock().expect("no thread panics with it");
        replies.retain(|(other, _)| other != path);
        replies.push((path.to_owned(), reply));
    }

    /// The address of a path.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The requests so far, from their first lines to their last headers.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no thread panics with it").clone()
    }
}

fn answer(
    mut stream: TcpStream,
    asked: &Mutex<Vec<String>>,
    replies: &Mutex<Vec<(String, Reply)>>,
) -> std::io::Result<()> {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte)? == 1 {
        request.push(byte[0]);
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    asked.lock().expect("no thread panics with it").push(request);
    let reply = {
        let replies = replies.lock().expect("no thread panics with it");
        replies.iter().find(|(other, _)| *other == path).map(|(_, reply)| reply.clone())
    };
    match reply.unwrap_or_else(|| status("404 Not Found", "")) {
        Reply::Raw(bytes) => {
            stream.write_all(&bytes)?;
            // What was not taken yet is not thrown away with the connection.
            stream.shutdown(std::net::Shutdown::Write)?;
            let _ = stream.read(&mut byte);
        }
        Reply::Trickle(head) => {
            stream.write_all(head.as_bytes())?;
            loop {
                stream.write_all(b"x")?;
                stream.flush()?;
                thread::sleep(Duration::from_millis(20));
            }
        }
        Reply::Silence => {
            let _ = stream.read(&mut byte);
        }
    }
    Ok(())
}
