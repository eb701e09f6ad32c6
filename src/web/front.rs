//! The outermost service: below it there is only the HTTP parser, above it every reply of ours.
//!
//! It stands in front of the actix-web application rather than inside it as a middleware: a
//! middleware has no request left to answer when a handler panics or fails, and each kept page would
//! pay for routing and boxes that it does not need.

use std::convert::Infallible;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll};

use actix_http::{ConnectionType, Request, Response};
use actix_web::body::BoxBody;
use actix_web::dev::{AppConfig, Service, ServiceFactory, ServiceResponse, always_ready};
use actix_web::http::header;

use super::error::{self, Error};
use super::posted::Form;
use super::routes::{self, Answer};
use super::{Cache, Store, Web};
use crate::pages::Picture;

/// Makes a [`Front`] before the services of `rest` for each worker.
pub struct FrontFactory<F> {
    pub web: Arc<Web>,
    pub rest: F,
}

impl<F> ServiceFactory<Request> for FrontFactory<F>
where
    F: ServiceFactory<
            Request,
            Config = AppConfig,
            Response = ServiceResponse,
            Error = actix_web::Error,
            InitError = (),
        >,
    F::Service: 'static,
    F::Future: 'static,
{
    type Response = Response<BoxBody>;
    type Error = Infallible;
    type Config = AppConfig;
    type Service = Front<F::Service>;
    type InitError = ();
    type Future = Pin<Box<dyn Future<Output = Result<Self::Service, ()>>>>;

    fn new_service(&self, config: AppConfig) -> Self::Future {
        let web = self.web.clone();
        let rest = self.rest.new_service(config);
        Box::pin(async move {
            let rest = Rc::new(rest.await?);
            Ok(Front { web, rest })
        })
    }
}

/// Answers kept pages itself and passes the rest on; every reply leaves through it.
pub struct Front<S> {
    web: Arc<Web>,
    rest: Rc<S>,
}

impl<S> Service<Request> for Front<S>
where
    S: Service<Request, Response = ServiceResponse, Error = actix_web::Error> + 'static,
{
    type Response = Response<BoxBody>;
    type Error = Infallible;
    type Future = Reply;

    always_ready!();

    fn call(&self, request: Request) -> Reply {
        let store = self.web.sites.newest();
        let path = request.path();
        let answered = catch_unwind(AssertUnwindSafe(|| {
            routes::answer(&self.web, &store, request.head())
        }))
        .unwrap_or_else(|panic| Err(error::panicked(path, &*panic)));
        let response = match answered {
            Ok(Answer::Here(response)) => response,
            Ok(Answer::Elsewhere) => return self.pass_on(&store, request),
            Ok(Answer::Slow) => return self.wait(&store, request),
            Ok(Answer::Form(form)) => return self.read(&store, request, form),
            Ok(Answer::Picture(picture)) => return self.draw(&store, request, picture),
            Err(error) => error::drawn(&store, error.path(path), error.response()),
        };
        Reply::Ready(Some(sent(&self.web, &store, response)))
    }
}

impl<S> Front<S>
where
    S: Service<Request, Response = ServiceResponse, Error = actix_web::Error> + 'static,
{
    fn pass_on(&self, store: &Arc<Store>, request: Request) -> Reply {
        let (web, store) = (self.web.clone(), store.clone());
        let path = request.path().to_owned();
        let rest = self.rest.clone();
        Reply::Later(Box::pin(async move {
            let response = match unpanicked(async { rest.call(request).await }).await {
                Ok(Ok(response)) => response.into(),
                Ok(Err(error)) => error.error_response().into(),
                Err(panic) => error::panicked(&path, &*panic).response(),
            };
            let response = error::drawn(&store, &path, response);
            sent(&web, &store, response)
        }))
    }
}

impl<S> Front<S> {
    /// Draws what takes long where no other request waits for it.
    fn wait(&self, store: &Arc<Store>, request: Request) -> Reply {
        let (web, store) = (self.web.clone(), store.clone());
        Reply::Later(Box::pin(async move {
            let path = request.path();
            let (drawing, drawn) = (store.clone(), path.to_owned());
            let work = tokio::task::spawn_blocking(move || drawing.kept(&drawn).is_some());
            let response = match work.await.map_err(tokio::task::JoinError::try_into_panic) {
                Ok(_) => store
                    .kept(path)
                    .map(|kept| kept.reply(&request.head().headers)),
                Err(Ok(panic)) => Some(error::panicked(path, &*panic).response()),
                Err(Err(_)) => Some(Error::Failed.response()),
            };
            let response = response.unwrap_or_else(|| Error::NotFound.response());
            let response = error::drawn(&store, path, response);
            sent(&web, &store, response)
        }))
    }

    fn draw(&self, store: &Arc<Store>, request: Request, picture: Picture) -> Reply {
        let (web, store) = (self.web.clone(), store.clone());
        Reply::Later(Box::pin(async move {
            let path = request.path();
            let drawn = unpanicked(web.pictures.reply(picture, &request.head().headers)).await;
            let drawn = drawn.unwrap_or_else(|panic| Err(error::panicked(path, &*panic)));
            let response =
                drawn.unwrap_or_else(|error| error::drawn(&store, path, error.response()));
            sent(&web, &store, response)
        }))
    }

    fn read(&self, store: &Arc<Store>, mut request: Request, form: &'static Form) -> Reply {
        let (web, store) = (self.web.clone(), store.clone());
        let payload = request.take_payload();
        Reply::Later(Box::pin(async move {
            let read = form.reply(&store, request.head(), payload);
            let read = unpanicked(read).await;
            let path = request.path();
            let read = read.unwrap_or_else(|panic| Err(error::panicked(path, &*panic)));
            let response = read.unwrap_or_else(|error| {
                let mut response = error::drawn(&store, path, error.response());
                // What is left of the body is not read, so no further request can follow it.
                response
                    .head_mut()
                    .set_connection_type(ConnectionType::Close);
                response
            });
            sent(&web, &store, response)
        }))
    }
}

/// A reply as it leaves: with all headers, and with word that the connection ends if we do.
fn sent(web: &Web, store: &Store, mut response: Response<BoxBody>) -> Response<BoxBody> {
    store.headers.add(&mut response);
    // An editor who follows a link must not see what the page was a minute ago.
    if web.desk.is_some() {
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, Cache::Never.value());
    }
    if web.is_draining() {
        response
            .head_mut()
            .set_connection_type(ConnectionType::Close);
    }
    response
}

/// The outcome of a future, or the panic that ended it.
async fn unpanicked<F: Future>(future: F) -> std::thread::Result<F::Output> {
    let mut future = Box::pin(future);
    poll_fn(
        move |context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(output)) => Poll::Ready(Ok(output)),
            Err(panic) => Poll::Ready(Err(panic)),
        },
    )
    .await
}

/// A reply that is there, or will be: a kept page needs no box.
pub enum Reply {
    Ready(Option<Response<BoxBody>>),
    Later(Pin<Box<dyn Future<Output = Response<BoxBody>>>>),
}

impl Future for Reply {
    type Output = Result<Response<BoxBody>, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match self.get_mut() {
            Reply::Ready(response) => {
                let response = response.take();
                Poll::Ready(Ok(response.unwrap_or_else(|| Error::Failed.response())))
            }
            Reply::Later(future) => future.as_mut().poll(context).map(Ok),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_ends_a_future_and_nothing_else() {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let runtime = runtime.unwrap();
        let late = async {
            tokio::task::yield_now().await;
            panic!("a defect in a handler");
        };
        let caught: std::thread::Result<()> = runtime.block_on(unpanicked(late));
        assert_eq!(
            caught.unwrap_err().downcast_ref(),
            Some(&"a defect in a handler")
        );
        assert_eq!(runtime.block_on(unpanicked(async { 7 })).unwrap(), 7);
    }
}
