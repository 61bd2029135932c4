// SPDX-License-Identifier: Apache-2.0
#include "localhub/http/httpserver.h"

#include "localhub/http/connection.h"

#include <QFile>

#include <unistd.h>

#include <map>
#include <mutex>
#include <set>
#include <thread>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr auto kKeepAlive = 15s;
constexpr qsizetype kLongestTarget = 8000;
constexpr qint64 kPiece = 256 << 10;  // Of a file, read and sent at once.
constexpr qsizetype kLeftover
    = 1 << 20;  // Of a body nobody read: up to here it is read away, else the connection closes.

/// The library's server on connections of ours, which can be ended at once.
class Listener final : public httplib::Server
{
public:
    explicit Listener(size_t threads);

    /// After it was bound: the library lets five connections wait to be taken in, and more try again a second later.
    void takeMany() { ::listen(svr_sock_, SOMAXCONN); }
    void endConnections();
    /// The connection that the calling thread serves.
    Connection *current();

private:
    bool process_and_close_socket(socket_t socket) override;
    bool serve(Connection &connection);

    std::mutex m_mutex;
    std::map<std::thread::id, Connection *> m_connections;
    bool m_ending = false;
};

Listener::Listener(size_t threads)
{
    new_task_queue = [threads] { return std::make_unique<httplib::ThreadPool>(threads).release(); };
    set_keep_alive_max_count(1'000'000);  // It is only told to clients: serve() does not count.
    set_keep_alive_timeout(std::chrono::seconds(kKeepAlive).count());
}

Connection *Listener::current()
{
    const std::scoped_lock lock(m_mutex);
    return m_connections.at(std::this_thread::get_id());
}

void Listener::endConnections()
{
    const std::scoped_lock lock(m_mutex);
    m_ending = true;
    for (const auto &[thread, connection] : m_connections)
        connection->end();
}

bool Listener::process_and_close_socket(socket_t socket)
{
    Connection connection(socket);
    {
        const std::scoped_lock lock(m_mutex);
        if (m_ending)
            return false;
        m_connections.emplace(std::this_thread::get_id(), &connection);
    }
    while (connection.waitForRequest(kKeepAlive) && serve(connection) && connection.flush()
           && !connection.isClosing()) {}
    connection.flush();
    const std::scoped_lock lock(m_mutex);
    m_connections.erase(std::this_thread::get_id());
    return true;
}

bool Listener::serve(Connection &connection)
{
    const std::function<void(httplib::Request &)> prepare = [](httplib::Request &request) {
        request.path.assign(1, '/');  // The library's is decoded, so that "%2F" is lost; ours comes from the target.
        request.ranges.clear();
        request.headers.erase(
            "Accept-Encoding");  // Else it compresses: sizes and ranges would not be those of the file.
    };
    bool closed = false;
    const auto processed = [&](auto *server) {
        // Newer versions of the library ask for the addresses of both ends.
        if constexpr (requires {
                          server->process_request(connection, std::string(), 0, std::string(), 0, false, closed,
                                                  prepare);
                      })
            return server->process_request(connection, std::string(), 0, std::string(), 0, false, closed, prepare);
        else
            return server->process_request(connection, false, closed, prepare);
    };
    connection.setMuted(false);
    return processed(this) && !closed;
}

Request requestOf(const httplib::Request &from)
{
    auto request = parsedTarget(QByteArray::fromStdString(from.target)).value_or(Request());
    request.method = QByteArray::fromStdString(from.method);
    for (const auto &[name, value] : from.headers)
        request.headers.emplaceBack(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
    return request;
}

void sendFile(httplib::Response &to, const FileBody &body, const std::string &type)
{
    auto file = std::make_shared<QFile>(body.path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        to.status = 500;
        return;
    }
    auto buffer = std::make_shared<QByteArray>();
    const auto provide = [file, buffer, start = body.offset](size_t offset, size_t length, httplib::DataSink &sink) {
        buffer->resize(qMin(kPiece, qint64(length)));
        const ssize_t count = ::pread(file->handle(), buffer->data(), size_t(buffer->size()), start + off_t(offset));
        return count > 0 && sink.write(buffer->constData(), size_t(count));
    };
    to.set_content_provider(size_t(body.length), type, provide);
}

void fill(httplib::Response &to, const Response &from)
{
    to.status = from.status;
    std::string type = "application/octet-stream";
    for (const auto &[name, value] : from.headers) {
        if (name == "Content-Type")
            type = value.toStdString();
        else
            to.headers.emplace(name.toStdString(), value.toStdString());
    }
    if (const auto *file = std::get_if<FileBody>(&from.body); file && file->length > 0) {
        sendFile(to, *file, type);
    } else if (const auto *stream = std::get_if<StreamBody>(&from.body)) {
        to.set_chunked_content_provider(type, [run = *stream](size_t, httplib::DataSink &sink) {
            const bool whole = run([&](QByteArrayView part) { return sink.write(part.data(), size_t(part.size())); });
            if (whole)
                sink.done();
            return whole;
        });
    } else {
        const auto *bytes = std::get_if<QByteArray>(&from.body);
        to.set_content(bytes ? bytes->toStdString() : std::string(), type);
    }
}

}  // namespace

class HttpServer::Private
{
public:
    Private(Handler handler, size_t threads) : handler(std::move(handler)), listener(threads) {}

    bool listen(quint16 wanted);
    void answer(const Request &request, httplib::Response &to) { send(handler(request), to); }
    void send(const Response &answer, httplib::Response &to);
    void answerWithBody(const httplib::Request &from, httplib::Response &to, const httplib::ContentReader &reader);

    Handler handler;
    Listener listener;
    int port = 0;
    std::thread thread;
};

bool HttpServer::Private::listen(quint16 wanted)
{
    using Handling = httplib::Server::HandlerResponse;
    listener.set_pre_routing_handler([this](const httplib::Request &from, httplib::Response &to) {
        const bool hasBody = from.has_header("Content-Length") || from.has_header("Transfer-Encoding");
        if (hasBody && from.target.size() < kLongestTarget)
            return Handling::Unhandled;  // Only the handlers below are given the body.
        if (hasBody)
            listener.current()->closeAfterThis();
        answer(requestOf(from), to);
        return Handling::Handled;
    });
    const httplib::Server::HandlerWithContentReader withBody
        = [this](const auto &from, auto &to, const auto &reader) { answerWithBody(from, to, reader); };
    listener.Post("/", withBody).Put("/", withBody).Patch("/", withBody).Delete("/", withBody);
    // A body with a GET: the library does not read it, so nothing after it on this connection could be understood.
    const httplib::Server::Handler withoutBody = [this](const auto &from, auto &to) {
        listener.current()->closeAfterThis();
        answer(requestOf(from), to);
    };
    listener.Get("/", withoutBody).Options("/", withoutBody);
    // What the library refuses by itself: no HTTP, or an address that is too long.
    listener.set_error_handler(httplib::Server::HandlerWithResponse([this](const auto &, auto &to) {
        if (to.has_header("X-Request-Id"))
            return Handling::Unhandled;
        listener.current()->closeAfterThis();
        Request request;
        request.method = "BAD";
        const int status = to.status;
        answer(request, to);
        to.status = status;
        return Handling::Handled;
    }));
    port = wanted;
    if (wanted == 0)
        port = listener.bind_to_any_port("127.0.0.1");
    else if (!listener.bind_to_port("127.0.0.1", wanted))
        port = -1;
    if (port <= 0)
        return false;
    listener.takeMany();
    thread = std::thread([this] { listener.listen_after_bind(); });
    return true;
}

void HttpServer::Private::send(const Response &answer, httplib::Response &to)
{
    const auto *write = std::get_if<WrittenAnswer>(&answer.body);
    if (!write)
        return fill(to, answer);
    Connection *connection = listener.current();
    if (!(*write)(*connection))
        connection->closeAfterThis();
    connection->setMuted(true);
    to.status = 200;  // The library has its own thoughts about errors.
}

void HttpServer::Private::answerWithBody(const httplib::Request &from, httplib::Response &to,
                                         const httplib::ContentReader &reader)
{
    Request request = requestOf(from);
    bool isRead = false;
    request.readBody = [&](const TakeBytes &take) {
        const bool whole = !isRead
            && reader([&](const char *bytes, size_t size) { return take(QByteArrayView(bytes, qsizetype(size))); });
        isRead = true;
        if (!whole)
            listener.current()->closeAfterThis();
        return whole;
    };
    const Response answer = handler(request);
    if (!isRead) {
        qsizetype left = kLeftover;
        request.readBody([&](QByteArrayView part) { return (left -= part.size()) > 0; });
    }
    send(answer, to);
}

HttpServer::HttpServer(std::unique_ptr<Private> d) : d(std::move(d)) {}

HttpServer::~HttpServer()
{
    if (!d->thread.joinable())
        return;
    while (!d->listener.is_running())  // A stop before it listens would be forgotten.
        std::this_thread::sleep_for(1ms);
    d->listener.stop();
    d->listener.endConnections();
    d->thread.join();
}

Result<std::shared_ptr<HttpServer>> HttpServer::start(quint16 port, Handler handler, size_t threads)
{
    std::shared_ptr<HttpServer> server(new HttpServer(std::make_unique<Private>(std::move(handler), threads)));
    if (!server->d->listen(port))
        return Error{Error::Kind::Refused, u"Port %1 of this computer cannot be used."_s.arg(port)};
    return server;
}

quint16 HttpServer::port() const
{
    return quint16(d->port);
}

}  // namespace localhub
